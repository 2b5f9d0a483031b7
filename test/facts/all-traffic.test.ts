import {describe, expect, it} from 'vitest'
import {rowToFacts} from '../../src/facts/facts.ts'
import {factsIdentity} from '../../src/facts/rule-id.ts'
import type {ColumnKind} from '../../src/model/schema.ts'

const columns: ColumnKind[] = ['source', 'destination', 'protocol', 'port', 'action', 'service']

const factsOf = (locale: string, ...cells: string[]) => {
  const texts = cells.map((target) => ({source: null, target}))
  const read = rowToFacts({columns: columns.slice(0, cells.length), cells: texts, locale, language: 'target'})
  return read.ok ? read.rules.map(({facts}) => facts) : read.reason
}

describe('src/facts/all-traffic.ts', () => {
  it.each([
    ['en', 'Any', 'Kiln', 'Any', 'Any', 'Deny'],
    ['en', 'Any', 'Any', 'IP', '*', 'Drop'],
    ['en', 'Any', 'Kiln', 'Any', '–', 'Deny'],
    ['en', 'Any', 'Kiln', 'Any', '', 'Deny'],
    ['en', 'Any', 'Kiln', '', '', 'Block'],
    ['de-DE', 'Beliebig', 'Ofen', 'Beliebig', 'Alle', 'Verweigern'],
    ['fr-FR', 'Tous', 'Four', 'Tous', 'Tous', 'Refuser'],
    ['ja-JP', '任意', '窯', '任意', '任意', '拒否'],
    ['zh-CN', '任意', '窑', '任意', '任意', '拒绝'],
    ['ru-RU', 'Любой', 'Печь', 'Любой', 'Любой', 'Запретить'],
  ])('reads a denial of all protocols in %s: %s → %s, %s, %s, %s', (locale, ...cells) => {
    expect(factsOf(locale, ...cells)).toMatchObject([
      {action: 'deny', allProtocols: true, ports: [[0, 65535]], transports: ['tcp', 'udp']},
    ])
  })

  it.each([
    ['Any', 'Kiln', 'TCP/UDP', 'Any', 'Deny'],
    ['Any', 'Kiln', 'Any', '80', 'Deny'],
    ['Any', 'Kiln', 'GRE', '', 'Deny'],
    ['Any', 'Kiln', 'Any', 'Any', 'Allow'],
  ])('says nothing of other protocols where a row tells one, or opens: %s → %s, %s, %s, %s', (...cells) => {
    const [facts] = factsOf('en', ...cells)
    expect(facts).toBeTypeOf('object')
    expect(facts).not.toHaveProperty('allProtocols')
  })

  it('reads no denial of everything from a row that names a service, or opens', () => {
    expect(factsOf('en', 'Any', 'Kiln', 'Any', '', 'Deny', 'Glaze sync')).toBe('no-port')
    expect(factsOf('en', 'Any', 'Kiln', 'Any', '', 'Allow')).toBe('no-port')
  })

  it('tells it apart from a denial of TCP and UDP', () => {
    const [all, some] = ['Any', 'TCP/UDP'].map((protocol) => {
      const facts = factsOf('en', 'Any', 'Kiln', protocol, 'Any', 'Deny')
      return typeof facts === 'string' || facts[0] === undefined ? facts : factsIdentity(facts[0])
    })
    expect(all).not.toBe(some)
  })
})
