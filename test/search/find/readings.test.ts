import {describe, expect, test} from 'vitest'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {editDistance} from '../../../src/search/find/near-words.ts'
import {createEngine} from '../../../src/search/find/search-engine.ts'
import {buildSearchFiles} from '../../../src/search/index/build-index.ts'
import {portPages} from '../../../src/search/port-pages.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'
import {memoryFetch} from '../support/brute-force.ts'

/** The tiny dataset with other texts in its first rows: what a note says, what a rule states. */
function dataset() {
  const kb = tinyKnowledgeBase()
  const rows = kb.topics
    .flatMap(({tables}) => tables.flatMap((table) => table.rows))
    .filter(({rules}) => rules.length > 0)
  const note = (at: number, text: string, locale?: string) => {
    const cell = rows[at]?.cells.at(-1)
    if (cell === undefined) throw new Error('the tiny dataset has such a row')
    if (locale === undefined) cell.source = text
    else if (cell.texts[locale]) cell.texts[locale].text = text
  }
  note(0, 'Needed by Billing Server 2013 for emergency calls (9-1-1)')
  note(1, 'サーバー インターフェイス', 'ja-JP')
  for (const {facts} of rows.slice(0, 3).flatMap(({rules}) => rules)) facts.requirement = 'legacy'
  return {kb, rows}
}

const {kb, rows} = dataset()
const engine = createEngine(memoryFetch(buildSearchFiles(kb)).fetch)
const ask = (text: string, locale = 'en') => engine.search({text, locales: [locale], limit: 1000})
const ids = async (text: string, locale = 'en') => (await ask(text, locale)).hits.map(({id}) => id).sort()
const idsOf = (at: number) => rows[at]?.rules.map(({id}) => id).sort()

describe('src/search/find: other readings', () => {
  test('each page of a port is offered with the number of rules that it shows, and no other', async () => {
    const pages = portPages(kb.topics)
    for (const {id, range, rules} of pages) {
      const query = id === '0-65535' ? '0-65535' : id
      expect((await ask(query)).pages).toEqual([{id, range, rules: rules.length}])
    }
    const known = new Set(pages.map(({id}) => id))
    for (const port of ['1', '5060', '55001', '65535', '5061-5062'])
      expect((await ask(port)).pages.map(({id}) => id)).toEqual(known.has(port) ? [port] : [])
  })

  test.each([
    '5061 or 443',
    '5061 ou 443',
    '5061または443',
    '5061 或 443',
    '443, 5061',
    '5061 и 443',
    '443 oder 5061',
    '5061 or port 443',
  ])('%s asks for either port', async (text) => {
    const either = [...new Set([...(await ids('5061')), ...(await ids('443'))])].sort()
    expect(await ids(text)).toEqual(either)
  })

  test('a year is a word where no rule names such a port, and a port where it is called one', async () => {
    const {query, hits} = await ask('2013')
    expect(hits.map(({id}) => id).sort()).toEqual(idsOf(0))
    expect(query.notes).toEqual([{kind: 'read-as-word', text: '2013', other: 'port 2013'}])
    expect(await ids('Billing Server 2013')).toEqual(idsOf(0))
    expect(await ids('port 2013')).toEqual([])
    expect(await ids('2013/tcp')).toEqual([])
    // No text says it, so it is a port after all, which no rule opens.
    expect((await ask('2099')).query.ports).toHaveLength(1)
  })

  test('9-1-1 is a name where texts hold it, and no range', async () => {
    expect(await ids('9-1-1')).toEqual(idsOf(0))
    expect((await ask('1-2-3')).query.problems).toEqual([{kind: 'too-many-bounds', text: '1-2-3'}])
  })

  test.each([
    ['legacy', 'en'],
    ['legacy systems only', 'en'],
    ['旧バージョン用', 'ja-JP'],
    ['legacy', 'fr-FR'],
  ])('%s in %s asks for what rules state', async (text, locale) => {
    const stating = rulesOf({tables: kb.topics.flatMap(({tables}) => tables)})
      .filter(({rule}) => rule.facts.requirement === 'legacy')
      .map(({rule}) => rule.id)
    expect(await ids(text, locale)).toEqual(stating.sort())
  })

  test('a direction narrows a port', async () => {
    const [all, inbound, outbound] = await Promise.all([ids('443'), ids('inbound 443'), ids('443 outbound')])
    expect(inbound.length + outbound.length).toBeGreaterThan(0)
    for (const id of [...inbound, ...outbound]) expect(all).toContain(id)
  })

  test('tcp finds rules whose transport is implied by their protocol', async () => {
    const own = tinyKnowledgeBase()
    const rule = own.topics.flatMap(({tables}) =>
      tables.flatMap((table) => table.rows.flatMap((row) => row.rules)),
    )[0]
    if (rule === undefined) throw new Error('the tiny dataset has a rule')
    rule.facts = {
      ...rule.facts,
      ports: [[6443, 6443]],
      transports: ['tcp'],
      known: {transports: {how: 'implied', by: 'HTTPS'}},
    }
    const search = createEngine(memoryFetch(buildSearchFiles(own)).fetch)
    const {hits} = await search.search({text: 'tcp 6443', locales: ['en']})
    expect(hits.map(({id}) => id)).toEqual([rule.id])
  })

  test.each([
    ['emergancy', 'emergency', 'en'],
    ['emergecny calls', 'emergency calls', 'en'],
    ['Bililng', 'billing', 'en'],
    ['さーばー', 'サーバー', 'ja-JP'],
    ['インターフェース', 'インターフェイス', 'ja-JP'],
  ])('%s finds nothing, and is helped by %s', async (text, meant, locale) => {
    const {total, instead} = await ask(text, locale)
    expect([total, instead]).toEqual([0, meant])
    expect((await ask(instead ?? '', locale)).total).toBeGreaterThan(0)
  })

  test.each(['xyzzyplugh', 'zq', '"emergancy"'])('%s is near to nothing', async (text) => {
    expect((await ask(text)).instead).toBe(null)
  })

  test.each([
    ['https://example.com:5061/a?b=443', '5061'],
    ['https://example.com/', '443'],
    ['sip.example.com:5061', '5061'],
    ['192.0.2.7:443', '443'],
    ['[2001:db8::7]:443', '443'],
  ])('the address %s asks for port %s', async (text, port) => {
    expect(await ids(text)).toEqual(await ids(port))
    expect((await ids(port)).length).toBeGreaterThan(0)
  })

  test('letters that are changed, added, left out or swapped count once each', () => {
    expect(editDistance('port', 'port', 2)).toBe(0)
    expect(editDistance('prot', 'port', 2)).toBe(1)
    expect(editDistance('porrt', 'port', 2)).toBe(1)
    expect(editDistance('pot', 'port', 2)).toBe(1)
    expect(editDistance('ports', 'sport', 2)).toBe(2)
    expect(editDistance('port', 'firewall', 2)).toBe(3)
  })
})
