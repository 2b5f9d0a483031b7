/**
 * One query grammar for the site, the command line and the tests: ports, transports, protocols and free words.
 *
 * A query is a list of items between spaces, commas or semicolons, in any order:
 * - a port or a range: `5061`, `50000-50100` (any range separator or word), `50,000`, `50 000`, `５０６１`;
 * - a transport before or after it: `443/tcp`, `tcp:443`, `udp 3478`, `tcp443`, `443 80 tcp`;
 * - a word that joins two of them: `5061 or 5062`, `5061または5062`;
 * - a word for "port" beside it, which says nothing more: `port 443`, `443番ポート`, `連接埠443`;
 * - a protocol by name: `SIP`;
 * - a whole address, of which its port counts: `https://example.com:8443/`;
 * - anything else is a word; `"quoted words"` are a phrase, and numbers in it are text.
 * Ports of a query are alternatives; everything else must hold together with them.
 */
import type {PortRange, Transport} from '../../model/schema.ts'
import {readItems} from './query-items.ts'
import {LONGEST_QUERY, queryText} from './query-text.ts'
import type {Item, Query, QueryLexicon} from './query-types.ts'
import {portOfAddress} from './query-url.ts'

/** Reads any text as a query; never throws. An empty query has nothing in it, and no problem. */
export const parseQuery = (text: string, lexicon: QueryLexicon): Query => {
  const query: Query = {
    ports: [],
    transports: [],
    protocols: [],
    words: [],
    facts: [],
    years: [],
    problems: [],
    notes: [],
  }
  if (text.length > LONGEST_QUERY) {
    query.problems.push({kind: 'too-long', text: `${[...text.slice(0, 24)].slice(0, -1).join('')}…`})
    return query
  }
  const address = portOfAddress(queryText(text))
  if (address !== null) {
    query.ports.push({range: [address, address], transport: null})
    return query
  }
  const plain = queryText(text)
  const items = readItems(plain, lexicon)
  for (const item of items) {
    if (item.kind === 'problem') query.problems.push({kind: item.problem, text: item.text})
    if (item.kind === 'ports' && item.note !== null) query.notes.push(item.note)
    if (item.kind === 'word') addWord(query, item, lexicon)
  }
  bindTransports(items, query)
  query.years = items.flatMap((item) =>
    item.kind === 'ports' && !item.labelled ? item.ranges.flatMap(yearOf) : [],
  )
  query.ports = distinct(query.ports)
  query.transports = distinct(query.transports)
  query.protocols = distinct(query.protocols)
  query.words = distinct(query.words)
  if (items.length === 0 && plain.trim() !== '')
    query.problems.push({kind: 'nothing-to-search', text: plain.trim()})
  return query
}

/** True where the query asks for nothing at all. */
export const isEmptyQuery = ({ports, transports, protocols, words, facts}: Query): boolean =>
  ports.length + transports.length + protocols.length + words.length + facts.length === 0

const addWord = (
  query: Query,
  {text, quoted}: {text: string; quoted: boolean},
  {protocols}: QueryLexicon,
) => {
  if (!quoted && protocols.includes(text.toLowerCase())) query.protocols.push(text.toUpperCase())
  else query.words.push({text, quoted})
}

/** A number that a document would rather mean as a year, or as the version that is called after it. */
const yearOf = ([low, high]: PortRange): number[] => (low === high && low >= 1980 && low < 2100 ? [low] : [])

type Side = 'before' | 'after'

/**
 * Gives each port its transports. A character between the two binds (`443/tcp`); else a run of transports belongs to the
 * run of ports after it when the whole series starts with a transport, and to the run before it when it starts with a port.
 */
const bindTransports = (items: readonly Item[], query: Query) => {
  for (const series of splitSeries(items)) {
    const side: Side = series[0]?.kind === 'transport' ? 'before' : 'after'
    for (const {transports, ranges} of side === 'before' ? groups(series) : reversedGroups(series)) {
      if (ranges.length === 0) query.transports.push(...transports)
      const wanted = transports.length === 0 ? [null] : distinct(transports)
      for (const range of ranges) for (const transport of wanted) query.ports.push({range, transport})
    }
  }
}

type SeriesItem = Extract<Item, {kind: 'ports' | 'transport'}>

/** Runs of ports and transports with nothing else between them; a binding character that contradicts the order splits. */
const splitSeries = (items: readonly Item[]): SeriesItem[][] => {
  const all: SeriesItem[][] = []
  let series: SeriesItem[] = []
  const close = () => {
    if (series.length > 0) all.push(series)
    series = []
  }
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'ports' && item.kind !== 'transport') {
      close()
      continue
    }
    const next = items[at + 1]
    const startsPair = item.kind === 'ports' && next?.kind === 'transport' && next.bound
    const previous = series.at(-1)
    if (startsPair && series[0]?.kind === 'transport' && previous?.kind === 'ports') close()
    series.push(item)
  }
  close()
  return all
}

interface Group {
  transports: Transport[]
  ranges: PortRange[]
}

/** Transports, then the ports that they belong to. */
const groups = (series: readonly SeriesItem[]): Group[] => {
  const all: Group[] = []
  for (const item of series) {
    const last = all.at(-1)
    if (item.kind === 'ports') {
      if (last === undefined) all.push({transports: [], ranges: [...item.ranges]})
      else last.ranges.push(...item.ranges)
    } else if (last === undefined || last.ranges.length > 0)
      all.push({transports: [item.transport], ranges: []})
    else last.transports.push(item.transport)
  }
  return all
}

const reversedGroups = (series: readonly SeriesItem[]): Group[] =>
  groups(series.toReversed())
    .toReversed()
    .map(({transports, ranges}) => ({transports: transports.toReversed(), ranges: ranges.toReversed()}))

const distinct = <T>(values: readonly T[]): T[] => {
  const seen = new Set<string>()
  return values.filter((value) => {
    const key = JSON.stringify(value)
    return seen.has(key) ? false : seen.add(key)
  })
}
