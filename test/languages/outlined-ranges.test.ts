import {describe, expect, it} from 'vitest'
import {parsePortCell} from '../../src/facts/port-cell.ts'
import {requirementOf} from '../../src/facts/requirement/requirement-words.ts'
import {localeData} from '../../src/languages/languages.ts'
import {outlinedLocales} from '../../src/languages/outlines.ts'

const portsOf = (cell: string, locale: string) => {
  const reading = parsePortCell(cell, locale)
  return reading.ok ? (reading.portNames ?? reading.ports) : reading.reason
}

describe('src/languages/outlines.json: ranges', () => {
  it.each(outlinedLocales)('%s: words between two ports, and around one bound', (locale) => {
    const {rangeWords, rangeFrames, openRanges} = localeData(locale)
    for (const word of rangeWords) expect(portsOf(`5000 ${word} 5010`, locale)).toEqual([[5000, 5010]])
    for (const frame of rangeFrames)
      expect(portsOf(frame.replace('{low}', '5000').replace('{high}', '5010'), locale)).toEqual([
        [5000, 5010],
      ])
    const bounds = {atLeast: [5000, 65535], above: [5001, 65535], atMost: [1, 5000], below: [1, 4999]}
    for (const [kind, range] of Object.entries(bounds))
      for (const template of openRanges[kind as keyof typeof bounds])
        expect([template, portsOf(template.replace('{n}', '5000'), locale)]).toEqual([template, [range]])
  })

  it.each([
    ['nl', '5000 tot en met 5010', [[5000, 5010]]],
    ['pl', '7000 i wyższe', [[7000, 65535]]],
    ['cs', '5000 až 5010', [[5000, 5010]]],
    ['sv', '7000 och högre', [[7000, 65535]]],
    ['uk', 'від 5000 до 5010', [[5000, 5010]]],
    ['vi', '7000 trở lên', [[7000, 65535]]],
    ['he', '7000 ומעלה', [[7000, 65535]]],
  ])('%s: %s', (locale, cell, ports) => {
    expect(portsOf(cell, locale)).toEqual(ports)
  })

  it.each([
    ['nl', 'Verouderd'],
    ['pl', 'Nie jest już używany'],
    ['tr', 'Kullanım dışı'],
    ['cs', 'Zastaralé'],
    ['fi', 'Vanhentunut'],
    ['hu', 'Elavult'],
    ['el', 'Δεν χρησιμοποιείται πλέον'],
    ['id', 'Tidak digunakan lagi'],
  ])('%s: “%s” is of the past', (locale, note) => {
    expect(requirementOf(note, locale).requirement).toBe('legacy')
  })
})
