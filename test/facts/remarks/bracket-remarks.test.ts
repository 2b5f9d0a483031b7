import {describe, expect, it} from 'vitest'
import {remarksIn, withoutRemarks} from '../../../src/facts/remarks/bracket-remarks.ts'
import {pipe, portsOf, readDocument} from '../../align/read-document.ts'

const rowOf = (locale: string, port: string, header = 'Port | Protocol | Notes') =>
  readDocument(locale, pipe(header, `${port} | TCP | `))[0]

describe('remarks in brackets', () => {
  it('are read in all widths', () => {
    expect(remarksIn('８３１０（受信）, 8311 [b]')).toEqual(['受信', 'b'])
    expect(withoutRemarks('8310 (in) 8311').replace(/\s+/gu, ' ')).toBe('8310 8311')
  })

  it.each([
    ['en-US', '8310 (inbound), 8311 (outbound)'],
    ['de-DE', '8310 (eingehend), 8311 (ausgehend)'],
    ['ja-JP', '8310（受信）、8311（送信）'],
    ['fr-FR', '8310 (entrant), 8311 (sortant)'],
  ])('%s: ports of one cell that go different ways are no rule: %s', (locale, port) => {
    expect(portsOf(rowOf(locale, port))).toBe('unreadable')
  })

  it.each([
    ['en-US', '8310 (inbound), 8311 (inbound)'],
    ['en-US', '8310 (in/out)'],
    ['en-US', '8310 (TLS only)'],
    ['en-US', '8310 (default)'],
  ])('%s: %s is one', (locale, port) => {
    expect(portsOf(rowOf(locale, port))).toMatch(/^tcp 8310/u)
  })

  it.each([
    ['en-US', '8310 (no)'],
    ['de-DE', '8310 (nein)'],
    ['zh-TW', '8310（否）'],
  ])('%s: %s opens nothing', (locale, port) => {
    expect(portsOf(rowOf(locale, port))).toBe('denied')
  })

  it.each([
    ['en-US', '8310 (only lock house)'],
    ['en-US', '8310 (loopback)'],
    ['de-DE', '8310 (nur Schleuse)'],
  ])('%s: %s opens on a condition', (locale, port) => {
    expect(rowOf(locale, port)).toMatchObject([{requirement: 'conditional'}])
  })
})
