import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {pairedHeaderOf} from '../../../src/facts/columns/paired-ports.ts'
import {documentOf, html, inBoth} from '../../support/row-outcomes.ts'

describe('src/facts/columns/paired-ports.ts', () => {
  it.each([
    ['en', 'Source/Destination port'],
    ['en', 'Source and destination ports'],
    ['en', 'Source port / Destination port'],
    ['de-DE', 'Quell-/Zielport'],
    ['de-DE', 'Quell- und Zielport'],
    ['nl-NL', 'Bron-/doelpoort'],
    ['fr-FR', 'Port source/destination'],
    ['es-ES', 'Puerto de origen/destino'],
    ['it-IT', 'Porta origine/destinazione'],
    ['pt-BR', 'Porta de origem/destino'],
    ['ru-RU', 'Порт источника/назначения'],
    ['ja-JP', '送信元/宛先ポート'],
    ['zh-CN', '源/目的端口'],
    ['ko-KR', '원본/대상 포트'],
  ])('reads a source port and a destination port below one header in %s: %s', (locale, header) => {
    expect(pairedHeaderOf(header, locale)).toEqual({
      first: 'source',
      second: 'destination',
      isOfPorts: true,
    })
    const rows = [
      ['Hoist', '1024-65535 / 443', 'TCP'],
      ['Names', '53 → 53', 'UDP'],
      ['Crane', '8443', 'TCP'],
    ]
    const page = {locale, header: ['Service', header, 'Protocol'], rows}
    inBoth(page, ['tcp 443', 'udp 53', 'unreadable'])
    const [rule] = buildKnowledgeBase([documentOf(page, html)]).topics[0]?.tables[0]?.rows[0]?.rules ?? []
    expect(rule?.facts.sourcePorts).toEqual([[1024, 65535]])
  })

  it.each([
    ['en', 'First/last port'],
    ['en', 'Starting and ending ports'],
    ['de-DE', 'Start-/Endport'],
  ])('reads the bounds of a range below one header in %s: %s', (locale, header) => {
    const rows = [
      ['Hoist', '5000 / 5010', 'TCP'],
      ['Crane', '6000-6010', 'TCP'],
      ['Winch', '7000', 'TCP'],
    ]
    inBoth({locale, header: ['Service', header, 'Protocol'], rows}, [
      'tcp 5000-5010',
      'tcp 6000-6010',
      'tcp 7000',
    ])
  })

  it('reads two machines below a header of both ends that says so in half a word', () => {
    expect(pairedHeaderOf('Quell-/Ziel-IP', 'de-DE')).toMatchObject({first: 'source', isOfPorts: false})
  })

  it.each(['TCP/UDP port', 'Source/Port', 'Destination', 'Source', 'Host and port', 'Import/export'])(
    'takes another header for no pair: %s',
    (header) => {
      expect(pairedHeaderOf(header, 'en')).toBeNull()
    },
  )

  it('refuses each row of a column of last ports without their first ones', () => {
    const page = {header: ['Service', 'Last port', 'Protocol'], rows: [['Hoist', '5010', 'TCP']]}
    inBoth(page, ['unreadable'])
  })
})
