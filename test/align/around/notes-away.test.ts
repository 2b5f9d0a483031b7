import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {pipe} from '../read-document.ts'

const heads: Record<string, [header: string, any: string]> = {
  'en-US': ['Port | Protocol | Source | Destination | Notes', 'any'],
  'de-DE': ['Port | Protokoll | Quelle | Ziel | Hinweise', 'beliebig'],
  'fr-FR': ['Port | Protocole | Source | Destination | Remarques', 'tous'],
  'es-ES': ['Puerto | Protocolo | Origen | Destino | Notas', 'cualquiera'],
  'pt-BR': ['Porta | Protocolo | Origem | Destino | Observações', 'qualquer'],
  'it-IT': ['Porta | Protocollo | Origine | Destinazione | Note', 'qualsiasi'],
  'ja-JP': ['ポート | プロトコル | 送信元 | 宛先 | 備考', '任意'],
  'zh-CN': ['端口 | 协议 | 源 | 目标 | 备注', '任何'],
  'zh-TW': ['連接埠 | 通訊協定 | 來源 | 目的地 | 備註', '任何'],
  'ko-KR': ['포트 | 프로토콜 | 원본 | 대상 | 참고', '모두'],
  'ru-RU': ['Порт | Протокол | Источник | Назначение | Примечания', 'любой'],
  nl: ['Poort | Protocol | Bron | Bestemming | Opmerkingen', 'alle'],
}

const table = (locale: string, ...rows: [port: string, notes: string][]): string => {
  const [head = '', any = ''] = heads[locale] ?? []
  return pipe(head, ...rows.map(([port, notes]) => `${port} | TCP | ${any} | Sluice | ${notes}`))
}

/** What becomes of each port of a document: `any` where it stays open, `some` where it is limited or conditional, `denied`. */
const outcomes = (locale: string, ...parts: string[]): string => {
  const front = `---\ntitle: a\nms:assetid: a\nms.contentlocale: ${locale}\nms.translationtype: HT\n---\n\n# a\n\n`
  const kb = buildKnowledgeBase([ingest(`${front}${parts.join('\n\n')}\n`, `${locale}/a.md`)])
  const rows = kb.topics[0]?.tables.flatMap(({rows: own, table: number}) =>
    own.map((row) => ({...row, number})),
  )
  return (rows ?? [])
    .map(({row, number, rules: [rule]}) => {
      if (rule === undefined)
        return kb.ledger.entries.find((entry) => entry.table === number && entry.row === row)?.reason
      const {source, requirement} = rule.facts
      return source?.id === 'any' && source.qualifiers.length === 0 && requirement !== 'conditional'
        ? 'any'
        : 'some'
    })
    .join(' ')
}

const limited: Record<string, string> = {
  'en-US': 'Only from the boathouse.',
  'de-DE': 'Nur vom Bootshaus.',
  'fr-FR': 'Uniquement depuis le hangar.',
  'es-ES': 'Solo desde el cobertizo.',
  'pt-BR': 'Apenas a partir da rede de gestão.',
  'it-IT': 'Solo dalla rete di gestione.',
  'ja-JP': '管理ネットワークからのみ。',
  'zh-CN': '仅限来自管理网络。',
  'zh-TW': '僅限來自管理網路。',
  'ko-KR': '관리 네트워크에서만.',
  'ru-RU': 'Только из сети управления.',
  nl: 'Alleen vanaf het botenhuis.',
}
const headings: Record<string, string> = {
  'en-US': 'Notes',
  'de-DE': 'Anmerkungen',
  'fr-FR': 'Remarques',
  'es-ES': 'Notas',
  'pt-BR': 'Notas',
  'it-IT': 'Note',
  'ja-JP': '注記',
  'zh-CN': '备注',
  'zh-TW': '備註',
  'ko-KR': '참고',
  'ru-RU': 'Примечания',
  nl: 'Opmerkingen',
}

describe('a note away from its table', () => {
  it.each(Object.entries(limited))('limits the row with its mark, and no other, in %s', (locale, note) => {
    const [first, second] = [table(locale, ['8310', '\\*'], ['8320', '']), table(locale, ['8330', ''])]
    expect(outcomes(locale, first, '## B', second, `\\* ${note}`)).toBe('some any any')
    expect(outcomes(locale, first, second, `\\* ${note}`)).toBe('some any any')
    expect(outcomes(locale, first, `## ${headings[locale]}`, `\\* ${note}`)).toBe('some any')
    expect(outcomes(locale, first, `# ${headings[locale]}`, `\\* ${note}`)).toBe('some any')
  })

  it.each([
    ['‡', '‡'],
    ['(1)', '(1)'],
    ['[1]', '[1]'],
    ['<sup>1</sup>', '<sup>1</sup>'],
    ['²', '²'],
    ['(a)', '(a)'],
  ])('is found by the mark %s', (mark, start) => {
    const parts = [table('en-US', ['8310', mark], ['8320', '']), '# B', table('en-US', ['8330', ''])]
    expect(outcomes('en-US', ...parts, `${start} Only from the boathouse.`)).toBe('some any any')
    expect(outcomes('en-US', ...parts, `${start} This port must never be opened.`)).toBe('denied any any')
  })

  it('limits the rows of both tables that have its mark', () => {
    const [first, second] = [table('en-US', ['8310', '†']), table('en-US', ['8320', '†'], ['8330', ''])]
    expect(outcomes('en-US', first, '# B', second, '† Only from the boathouse.')).toBe('some some any')
  })

  it('leaves the mark to a nearer note', () => {
    const [first, second] = [table('en-US', ['8310', '†']), table('en-US', ['8320', '†'])]
    expect(outcomes('en-US', first, '† For replicas.', '# B', second, '† Only from the boathouse.')).toBe(
      'any some',
    )
  })

  it('reads numbered notes below a heading that says so, and no numbered steps', () => {
    const first = table('en-US', ['8310', '(2)'], ['8320', ''])
    const steps = '1. Raise the weir.\n2. Only from the boathouse.'
    expect(outcomes('en-US', first, '# Notes', steps)).toBe('some any')
    expect(outcomes('en-US', first, '# Procedure', steps)).toBe('any any')
  })

  it('limits all rows where the header has the mark', () => {
    const head = 'Port † | Protocol | Source | Destination'
    const [first, second] = [pipe(head, '8310 | TCP | any | Sluice'), table('en-US', ['8320', ''])]
    expect(outcomes('en-US', first, '# B', second, '† Only from the boathouse.')).toBe('some any')
  })
})

describe('a row that names its note', () => {
  it.each([
    ['en-US', 'See note 1', 'Note 1:'],
    ['en-US', 'See footnote a.', 'Footnote a:'],
    ['en-US', 'Replicas; see notes 1 and 3', '(3)'],
    ['de-DE', 'Siehe Anmerkung 1', 'Anmerkung 1:'],
    ['de-DE', 'Fußnote 2', '2)'],
    ['fr-FR', 'Voir la remarque n° 1', 'Remarque n° 1 :'],
    ['es-ES', 'Véase la nota 1', 'Nota 1:'],
    ['pt-BR', 'Ver nota 1', 'Nota 1:'],
    ['it-IT', 'Vedere la nota 1', 'Nota 1:'],
    ['ja-JP', '注 1 を参照', '注 1：'],
    ['zh-CN', '请参阅注1', '注1：'],
    ['zh-TW', '請參閱附註 1', '附註 1：'],
    ['ko-KR', '참고 1 참조', '참고 1:'],
    ['ru-RU', 'См. примечание 1', 'Примечание 1.'],
    ['nl', 'Zie opmerking 1', 'Opmerking 1:'],
  ])('is limited by it in %s: %s', (locale, cell, start) => {
    const first = table(locale, ['8310', cell], ['8320', ''])
    expect(outcomes(locale, first, `${start} ${limited[locale]}`)).toBe('some any')
  })

  it('is found beside a port', () => {
    const first = table('en-US', ['8310 (note 1)', ''], ['8320', ''])
    expect(outcomes('en-US', first, 'Note 1: Only from the boathouse.')).toBe('some any')
  })
})
