import {describe, expect, it} from 'vitest'
import type {Facts} from '../../../src/model/schema.ts'
import {pipe, readDocument} from '../../align/read-document.ts'

const header: Record<string, string> = {
  'en-US': 'Source | Destination | Protocol | Port | Notes',
  'de-DE': 'Quelle | Ziel | Protokoll | Port | Hinweise',
  'fr-FR': 'Source | Destination | Protocole | Port | Remarques',
  'es-ES': 'Origen | Destino | Protocolo | Puerto | Notas',
  'ru-RU': 'Источник | Назначение | Протокол | Порт | Примечания',
  'ja-JP': '送信元 | 宛先 | プロトコル | ポート | 備考',
  'zh-CN': '源 | 目标 | 协议 | 端口 | 备注',
}

const ruleOf = (locale: string, row: string): Facts | string => {
  const [read] = readDocument(locale, pipe(header[locale] ?? '', row))
  return typeof read === 'object' ? (read[0] ?? 'no rule') : (read ?? 'no row')
}

describe('src/facts/limits/denied-others.ts', () => {
  it.each([
    ['en-US', 'Caretaker network | Turnstile | TCP | 7022', 'Upkeep. Block from everywhere else.'],
    ['en-US', 'Caretaker network | Turnstile | TCP | 7022', 'Never expose this port to visitors.'],
    ['en-US', 'Caretaker network | Turnstile | TCP | 7022', 'Upkeep; do not open it to the Internet.'],
    ['de-DE', 'Hausmeister-Rechner | Drehkreuz | TCP | 7022', 'Für Besucher niemals öffnen.'],
    ['fr-FR', 'Poste du gardien | Tourniquet | TCP | 7022', 'Ne pas ouvrir aux visiteurs.'],
    ['es-ES', 'Puesto del conserje | Torno | TCP | 7022', 'Bloquear para todos los demás.'],
    ['ru-RU', 'Пост охраны | Турникет | TCP | 7022', 'Не открывать для посетителей.'],
    ['ja-JP', '管理室 | 改札機 | TCP | 7022', 'ゲストには公開しないこと。'],
    ['zh-CN', '值班室 | 闸机 | TCP | 7022', '不要对访客开放。'],
  ])(
    'keeps in %s a row of a source, on the condition that its note tells of others: %s, “%s”',
    (locale, row, note) => {
      const read = ruleOf(locale, `${row} | ${note}`)
      expect(read).toMatchObject({requirement: 'conditional', action: 'allow'})
      expect((read as Facts).source?.qualifiers).toEqual([])
      expect(note).toContain(
        (read as Facts).known?.requirement?.how === 'stated' ? readQuote(read as Facts) : '?',
      )
    },
  )

  it('lets nobody in from any source where a note keeps some of them out', () => {
    expect(
      ruleOf('en-US', 'Any | Turnstile | TCP | 7022 | Never expose this port to visitors.'),
    ).toMatchObject({
      requirement: 'conditional',
      source: {id: 'any', qualifiers: ['never-expose-this-port-to-visitors']},
    })
  })

  it.each([
    ['Visitors', 'Never expose this port to visitors.'],
    ['Visitor Wi-Fi', 'Must not be reachable for visitors.'],
    ['Internet', 'Must not be reachable from outside.'],
    ['Caretaker network', 'Never open this port.'],
    ['Caretaker network', 'Never open this port, not even to visitors.'],
    ['Caretaker network', 'Administrators should never open this port.'],
    ['Caretaker network', 'Do not open it to visitors. Keep this port closed.'],
    ['Caretaker network', 'Must be blocked at the firewall.'],
    ['', 'Never expose this port to visitors.'],
  ])('refuses a row of %s whose note forbids it: “%s”', (source, note) => {
    expect(ruleOf('en-US', `${source} | Turnstile | TCP | 7022 | ${note}`)).toBe('denied')
  })
})

const readQuote = ({known}: Facts): string =>
  known?.requirement?.how === 'stated' ? (known.requirement.quote ?? '?') : '?'
