import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../../align/read-document.ts'

const heads: Record<string, (header: string) => string> = {
  'en-US': (header) => `Port | Protocol | Source | ${header} | Destination`,
  'de-DE': (header) => `Port | Protokoll | Quelle | ${header} | Ziel`,
  'fr-FR': (header) => `Port | Protocole | Source | ${header} | Destination`,
  'ja-JP': (header) => `ポート | プロトコル | 送信元 | ${header} | 宛先`,
  'zh-CN': (header) => `端口 | 协议 | 源 | ${header} | 目标`,
  'ru-RU': (header) => `Порт | Протокол | Источник | ${header} | Назначение`,
  pl: (header) => `Port | Protokół | Źródło | ${header} | Cel`,
}

/** `any` where the row stays open to anyone, without a condition. */
const outcome = (header: string, cell: string, locale = 'en-US'): string => {
  const head = heads[locale]?.(header) ?? ''
  const [row] = readDocument(locale, pipe(head, `8310 | TCP | any | ${cell} | Sluice`))
  if (typeof row === 'string' || row === undefined) return row ?? 'no row'
  const [{source, requirement} = {source: null, requirement: 'unknown'}] = row
  if (requirement === 'conditional') return 'if'
  return source === null || source.qualifiers.length > 0 ? 'narrowed' : source.id
}

describe('src/facts/limits/restricting-columns.ts', () => {
  it.each([
    ['Excluded sources', 'guests', 'narrowed'],
    ['Forbidden for', 'guests', 'narrowed'],
    ['Blocked senders', 'guests', 'narrowed'],
    ['Permitted senders', '10.4.0.0/16', 'narrowed'],
    ['Permitted by', 'the weir keeper', 'any'],
    ['Allowed methods', 'GET', 'any'],
    ['Not from', 'guests', 'narrowed'],
    ['Except', 'guests', 'narrowed'],
    ['Exceptions', 'the weir keeper', 'if'],
    ['Exempt', '10.4.0.0/16', 'narrowed'],
    ['Does not apply to', 'the weir', 'if'],
    ['Restricted to', 'staff', 'narrowed'],
    ['Restrictions', 'Only from staff.', 'staff'],
    ['Internal only', 'Yes', 'narrowed'],
  ])('takes no column of “%s” for an end, and leaves no row open: %s', (header, cell, expected) => {
    expect(outcome(header, cell)).toBe(expected)
  })

  it.each([
    ['Excluded sources', '–'],
    ['Exceptions', 'none'],
    ['Exempt', 'No'],
    ['No.', '1'],
    ['Read-only', 'Yes'],
  ])('lets a column of “%s” that says “%s” restrict nothing', (header, cell) => {
    expect(outcome(header, cell)).toBe('any')
  })

  it.each([
    ['de-DE', 'Ausnahmen'],
    ['fr-FR', 'Sources exclues'],
    ['ja-JP', '例外'],
    ['zh-CN', '不适用于'],
    ['ru-RU', 'Кроме'],
    ['pl', 'Wykluczone źródła'],
  ])('knows such a column in %s: %s', (locale, header) => {
    expect(outcome(header, 'Kiosk', locale)).toMatch(/^(?:if|narrowed)$/u)
  })

  it('takes no purpose of use for who is let in', () => {
    const head = '포트 | 프로토콜 | 원본 | 사용 목적 | 대상'
    expect(readDocument('ko-KR', pipe(head, '8310 | TCP | 모두 | 수문 서버와 통신 | 수문'))).toMatchObject([
      [{source: {id: 'any', qualifiers: []}}],
    ])
  })

  it.each([
    ['de-DE', 'Gesperrte Absender', 'Gäste'],
    ['de-DE', 'Nicht aus', 'Gästenetz'],
    ['fr-FR', 'Bloqué pour', 'invités'],
    ['ru-RU', 'Запрещено для', 'гостей'],
    ['zh-CN', '不允许来自', '访客网络'],
    ['ja-JP', '拒否する端末', 'ゲスト'],
    ['de-DE', 'Zulässige Absender', '10.4.0.0/16'],
    ['fr-FR', 'Postes autorisés', '10.4.0.0/16'],
    ['ru-RU', 'Разрешённые узлы', '10.4.0.0/16'],
  ])('%s: reads “%s” by what its header denies or allows', (locale, header, cell) => {
    expect(outcome(header, cell, locale)).not.toBe('any')
  })
})
