import {describe, expect, it} from 'vitest'
import {readsAsEnglish} from '../../../src/ingest/identity/english-text.ts'

const table = Array.from(
  {length: 60},
  (_, at) => `| TideGauge${at} | \`gauge_${at}_total\` | Basin, Lock, Pier, Quay |`,
).join('\n')

describe('src/ingest/identity/english-text.ts', () => {
  it('reads a page as English that has a little prose and a long table of names', () => {
    const prose =
      'This page lists the metrics of the gauge. Use them to see when a basin runs dry, and open the ports below if your own station reads from it.'
    expect(
      readsAsEnglish(`# Metrics\n\n${prose}\n\n| Name | Metric | Place |\n| --- | --- | --- |\n${table}\n`),
    ).toBe(true)
  })

  it.each([
    [
      'Die Seite nennt die Werte des Pegels. Der Befehl „open the gauge“ zeigt sie an, wenn das Becken leer läuft.',
    ],
    [
      'Esta página enumera los valores del mareógrafo. El botón «Start the gauge» los muestra si la dársena se vacía.',
    ],
    [
      'Deze pagina noemt de waarden van de meter. De knop ‘Start the gauge’ toont ze als het bekken leegloopt.',
    ],
    [
      'このページには、潮位計の値が一覧になっています。Start the gauge を選ぶと表示されます。 of the and this with are',
    ],
  ])('reads no page in another language as English that quotes some: %s', (prose) => {
    expect(readsAsEnglish(`# Pegel\n\n${prose}\n\n${table}\n`)).toBe(false)
  })
})
