import {describe, expect, it} from 'vitest'
import {pipe, readDocument} from '../read-document.ts'

const table = (any: string, head: string): string =>
  pipe(head, `${any} | Kiln-1 | 7601`, `Studio-2 | Kiln-1 | 7602`)

/** Of each row: `any` where it stays open, `as is` where its machine is, `if` on a condition, `some` where narrowed, else why it is refused. */
const outcomes = (text: string, locale = 'en-US', any = 'Any', head = 'Source | Destination | TCP port') =>
  readDocument(locale, text.replaceAll('@', `\n\n${table(any, head)}\n\n`).replaceAll('~', '\n\n'))
    .map((row) => {
      if (typeof row === 'string') return row
      const [{source, requirement} = {source: null, requirement: 'unknown'}] = row
      if (requirement === 'conditional') return 'if'
      if (source !== null && source.qualifiers.length > 0) return 'some'
      return source?.id === 'any' ? 'any' : 'as is'
    })
    .join(' ')

const german = ['de-DE', 'Beliebig', 'Quelle | Ziel | TCP-Port'] as const
const japanese = ['ja-JP', '任意', '送信元 | 宛先 | TCP ポート'] as const

describe('what is said around tables', () => {
  it('reaches the tables below deeper headings, and those above', () => {
    const denial = 'None of the ports in this document may be opened to the Internet.'
    expect(outcomes(`${denial}~## Kiln@`)).toBe('some as is')
    expect(outcomes(`## Kiln@## More~The glaze is grey.~${denial}`)).toBe('some as is')
    expect(outcomes('Ports on this page are for potters only.~## Kiln@')).toBe('if if')
    const own = 'Keiner der Ports in diesem Dokument darf im Internet erreichbar sein.'
    expect(outcomes(`${own}~## Ofen@`, ...german)).toMatch(/^some/u)
    expect(outcomes('本書のポートはインターネットに公開しないでください。~## 窯@', ...japanese)).toBe(
      'some as is',
    )
  })

  it('ends with its section', () => {
    const denial = 'Do not open the ports in this section to guests.'
    expect(outcomes(`## A~${denial}~### Kiln@`)).toBe('some as is')
    expect(outcomes(`## A~${denial}~### Kiln~Grey.~## B@`)).toBe('any as is')
  })

  it('is no matter where it neither denies nor limits', () => {
    expect(outcomes('This document lists the ports of the kiln.~## Kiln@')).toBe('any as is')
    expect(outcomes('Only administrators may change this page.~## Kiln@')).toBe('any as is')
  })

  it('keeps out only those whom a denial names', () => {
    expect(outcomes('@Never open these ports to the Internet.')).toBe('some as is')
    expect(outcomes('These ports must not be exposed to guests.@')).toBe('some as is')
    expect(outcomes('@Never open these ports.')).toBe('denied denied')
  })

  it('hears above a table, too, that connections from somewhere are turned away', () => {
    expect(outcomes('Access from guest networks is prohibited.@')).toBe('if if')
    expect(outcomes('Der Zugriff aus Gastnetzen ist untersagt.@', ...german)).toBe('if if')
    expect(outcomes('@Verbindungen aus anderen Netzen sind abzuweisen.', ...german)).toBe('if if')
  })

  it('takes “it” for no machine', () => {
    expect(outcomes('@Only the depot talks to it.')).not.toBe('any as is')
  })
})
