import {describe, expect, it} from 'vitest'
import {matrix} from '../../../src/compare/topic-matrix.ts'
import type {Topic} from '../../../src/model/schema.ts'
import {matrixCsv} from '../../../src/site/compare/matrix-csv.ts'
import {matrixTree} from '../../../src/site/compare/matrix-tree.ts'
import {testEndpoints} from '../../support/export-request.ts'
import {sideOfTopic, testReader} from '../../support/reader.ts'
import {endpoint, ports, topicRule} from '../../support/rules.ts'
import {topicOf} from '../../support/topic-of.ts'
import {attribute, elementsOf, treeText} from '../../support/tree-query.ts'

const kb = {endpoints: testEndpoints}
const sip = topicRule({}, {id: 'r-sip'})
const web = topicRule({ports: ports([80, 80]), protocols: ['HTTP']}, {id: 'r-web'})
const moved = topicRule({destination: endpoint('access-edge+public-ip')}, {id: 'r-moved'})
const dns = topicRule(
  {protocols: ['DNS'], security: null, transports: ['udp'], ports: [[53, 53]]},
  {id: 'r-dns'},
)
const inside = topicRule(
  {destination: endpoint('edge-internal'), ports: ports([4443, 4443])},
  {id: 'r-inside', side: 'internal'},
)

const a = topicOf('a', [sip, dns, web])
const b = topicOf('b', [moved, dns, inside])
const c = topicOf('c', [sip, dns, web])
const dnsCell = 'Any →  to Access Edge service'

const tree = (topics: readonly Topic[], locale = 'en') =>
  matrixTree(
    matrix(topics),
    topics.map((topic) => sideOfTopic(topic, locale)),
    testReader(kb, locale),
  )

const cells = (topics: readonly Topic[], locale = 'en') =>
  elementsOf(tree(topics, locale), 'tr')
    .map((row) => elementsOf([row], 'td').map(treeText))
    .filter((row) => row.length > 0)

const csv = (topics: readonly Topic[], only: boolean, locale = 'en') =>
  matrixCsv(
    matrix(topics),
    topics.map((topic) => sideOfTopic(topic, locale)),
    only,
    testReader(kb, locale),
  )

describe('src/site/compare/matrix-tree.ts', () => {
  it('tells values, absence, and what a topic doesn’t cover', () => {
    const rows = cells([a, b])
    expect(rows).toEqual([
      ['Any →  to Access Edge service', '±Any →  to Access Edge service (public IP)'],
      [dnsCell, `=${dnsCell}`],
      ['Any →  to Access Edge service', '−no such rule'],
      ['?not covered by this topic', 'Any →  to Edge internal interface'],
    ])
  })

  it('links each value to its row and names the topic for narrow screens', () => {
    const [first] = elementsOf(tree([a, b], 'ja-JP'), 'td')
    expect(first && attribute(first, 'data-l')).toBe('a')
    const links = elementsOf(elementsOf(tree([a, b], 'ja-JP'), 'td'), 'a').map((link) =>
      attribute(link, 'href'),
    )
    expect(links).toEqual([
      '/ja-JP/topics/a/#r-sip',
      '/ja-JP/topics/b/#r-moved',
      '/ja-JP/topics/a/#r-dns',
      '/ja-JP/topics/b/#r-dns',
      '/ja-JP/topics/a/#r-web',
      '/ja-JP/topics/b/#r-inside',
    ])
  })

  it('marks rows that all topics have alike, so that they can be hidden', () => {
    const equal = (topics: readonly Topic[]) =>
      elementsOf(elementsOf(tree(topics), 'tbody'), 'tr', 'equal').length
    // Three rules and the heading of their interface.
    expect(equal([a, c])).toBe(4)
    expect(equal([a, b])).toBe(1)
  })

  it('names a field that differs with its value', () => {
    const optional = topicOf('d', [topicRule({requirement: 'optional'}, {id: 'r-d'})])
    expect(elementsOf(tree([topicOf('a', [sip]), optional], 'fr-FR'), 'li').map(treeText)).toEqual([
      `Exigence${testReader(kb, 'fr-FR').t('value.is')}facultatif`,
    ])
  })
})

describe('src/site/compare/matrix-csv.ts', () => {
  it('writes what is seen, in the reader’s words', () => {
    const is = testReader(kb, 'fr-FR').t('value.is')
    expect(csv([a, b], false, 'fr-FR').split('\r\n')).toEqual([
      'Interface,a,b',
      `"Interface externe","443, TCP, SIP, TLS (Access)${is}Indifférent → Access Edge service","443, TCP, SIP, TLS (Access)${is}Indifférent → Access Edge service (IP publique)"`,
      `"Interface externe","53, UDP, DNS (Access)${is}Indifférent → Access Edge service","53, UDP, DNS (Access)${is}Indifférent → Access Edge service"`,
      `"Interface externe","80, TCP, HTTP, TLS (Access)${is}Indifférent → Access Edge service","règle absente"`,
      `"Interface interne","non traité par ce sujet","4443, TCP, SIP, TLS (Access)${is}Indifférent → Edge internal interface"`,
      '',
    ])
  })

  it('leaves out what all topics have where only differences are asked for', () => {
    expect(csv([a, c], true).trimEnd().split('\r\n').length).toBe(1)
    const rows = (only: boolean) => csv([a, b], only).trimEnd().split('\r\n').length
    expect([rows(false), rows(true)]).toEqual([5, 4])
  })
})
