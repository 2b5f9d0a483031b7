/**
 * Answers queries from the static files: the same code in a page, on the command line and in the tests.
 *
 * A rule is found when it matches one of the query's ports (if there are any), and each protocol, transport and word.
 * A protocol or transport matches a rule that states it, or whose text holds it; words match texts. What finds nothing so is
 * read otherwise where that finds something.
 */
import {lookUp} from '../../text/look-up.ts'
import {comparePortMatches} from '../index/port-index.ts'
import {runsToNumbers} from '../index/runs.ts'
import {isEmptyQuery, parseQuery} from '../query/query.ts'
import {type Term, toTerm} from '../query/query-term.ts'
import type {Query, WordTerm} from '../query/query-types.ts'
import type {Choice, FacetCounts} from './facets.ts'
import {findPortPages, findPorts, type PortPageLink} from './find-ports.ts'
import {type FoundWords, findWords} from './find-words.ts'
import type {Found} from './found.ts'
import {type Hit, loadHits} from './hits.ts'
import {createFiles, type Fetch, type Files} from './load.ts'
import {namesAsWords, wordsAsFacts, yearsAsWords} from './other-readings.ts'

export interface Request {
  text: string
  /** Languages to search, the reader's first. */
  locales: readonly string[]
  /** Default: nothing is chosen. */
  choice?: Choice
  /** Count results by facet; costs one file more. Default false. */
  facets?: boolean
  /** How many results are wanted, and after how many; default 20 and 0. */
  limit?: number
  offset?: number
  /** A query that nobody waits for any more rejects with the signal's reason. */
  signal?: AbortSignal
}

export interface Answer {
  query: Query
  /** How many rules match, with what was chosen. */
  total: number
  hits: Hit[]
  facets: FacetCounts | null
  /** Titles of topics in the reader's language by id, where facets were asked for. */
  titles: ReadonlyMap<string, string>
  /** Pages of the ports that were asked for. */
  pages: PortPageLink[]
  /** Where nothing was found: a query in another spelling, whose words texts hold. */
  instead: string | null
  /** Some word stands inside words only: `vocation` in `revocation`. */
  insideWords: boolean
}

export interface Engine {
  search: (request: Request) => Promise<Answer>
  /** Loads what every query needs. */
  warm: () => Promise<void>
  /** Languages that can be searched, English first. */
  locales: () => Promise<string[]>
}

export const createEngine = (fetch: Fetch): Engine => {
  const files = createFiles(fetch)
  return {
    warm: async () => {
      await files.index()
    },
    locales: async () => (await files.index()).locales,
    search: async (request) => {
      const {version} = await files.index()
      try {
        return await answer(files, request)
      } catch (error) {
        // A file that is gone means that the site was published anew since the index was read.
        if (request.signal?.aborted || (await files.renew()).version === version) throw error
        return answer(files, request)
      }
    },
  }
}

const answer = async (files: Files, request: Request): Promise<Answer> => {
  const {text, locales, choice = {}, facets = false, limit = 20, offset = 0, signal} = request
  const index = await files.index()
  const asked = parseQuery(text, index.lexicon)
  const {query, found} = await read(files, asked, locales)
  const nothing: Answer = {
    query,
    total: 0,
    hits: [],
    facets: null,
    titles: new Map(),
    pages: [],
    instead: null,
    insideWords: false,
  }
  if (query.problems.length > 0 || isEmptyQuery(query)) return nothing
  signal?.throwIfAborted()
  const pages = await findPortPages(files, query.ports)
  const isNarrowed = facets || Object.values(choice).some((values) => values.length > 0)
  const {narrow} = isNarrowed ? await import('./narrow.ts') : {narrow: null}
  const narrowed = narrow === null ? null : await narrow(files, found, choice, locales[0] ?? 'en')
  const kept = narrowed?.kept ?? found
  const hits = await loadHits(files, kept.slice(offset, offset + limit), query)
  signal?.throwIfAborted()
  return {
    query,
    total: kept.length,
    hits,
    facets: facets && narrowed !== null ? narrowed.facets : null,
    titles: narrowed?.titles ?? new Map(),
    pages,
    instead: found.length > 0 ? null : await spellOtherwise(files, text, query, locales[0] ?? 'en'),
    insideWords: kept.some(({terms}) => terms.some(({inside}) => inside)),
  }
}

/** The query as it is answered: in another reading where that finds something, and the query itself finds nothing. */
const read = async (
  files: Files,
  query: Query,
  locales: readonly string[],
): Promise<{query: Query; found: Found[]}> => {
  const find = async (other: Query): Promise<Found[]> =>
    other.problems.length > 0 || isEmptyQuery(other) ? [] : findAll(files, other, locales)
  const early = (await yearsAsWords(files, query)) ?? namesAsWords(query)
  const foundEarly = early === null ? [] : await find(early)
  if (early !== null && foundEarly.length > 0) return {query: early, found: foundEarly}
  const found = await find(query)
  if (found.length > 0 || query.problems.length > 0 || query.words.length === 0) return {query, found}
  const other = await wordsAsFacts(files, query, locales)
  const foundLate = other === null ? [] : await find(other)
  return other !== null && foundLate.length > 0 ? {query: other, found: foundLate} : {query, found}
}

const spellOtherwise = async (
  files: Files,
  text: string,
  query: Query,
  locale: string,
): Promise<string | null> => {
  const isHeld = async (word: WordTerm) => {
    const {cells, labels} = await findTermIn(files, locale, toTerm(word))
    return cells.size + labels.size > 0
  }
  const {nearestQuery} = await import('./other-spelling.ts')
  return nearestQuery(files, text, query, {locale, isHeld})
}

/** Rules that state every fact; null where none is asked for. */
const findFacts = async (files: Files, facts: readonly string[]): Promise<Set<number> | null> => {
  if (facts.length === 0) return null
  const known = (await files.meanings()).facts
  return facts
    .map((fact) => new Set(runsToNumbers(lookUp(known, fact) ?? [])))
    .reduce((all, own) => all.intersection(own))
}

/** All matching rules in the order in which they are shown; a rule found in several languages counts for the first. */
const findAll = async (files: Files, query: Query, locales: readonly string[]): Promise<Found[]> => {
  const ports = query.ports.length === 0 ? null : await findPorts(files, query.ports)
  const facts = await findFacts(files, query.facts)
  const byRule = ports === null ? null : new Map(ports.map((match) => [match.rule, match]))
  if (query.words.length + query.protocols.length + query.transports.length === 0)
    return (ports ?? [...(facts ?? [])].map((rule) => ({rule})))
      .filter(({rule}) => facts?.has(rule) ?? true)
      .map((match) => ({
        rule: match.rule,
        locale: locales[0] ?? 'en',
        port: byRule?.get(match.rule) ?? null,
        terms: [],
        rank: 0,
      }))
  const all = new Map<number, Found & {language: number}>()
  const byLocale = await Promise.all(locales.map((locale) => findInLocale(files, query, locale)))
  for (const [language, {rules, terms}] of byLocale.entries())
    for (const [rule, rank] of rules) {
      const port = byRule?.get(rule) ?? null
      if (all.has(rule) || (byRule !== null && port === null) || facts?.has(rule) === false) continue
      all.set(rule, {rule, locale: locales[language] ?? 'en', port, terms, rank, language})
    }
  return [...all.values()].sort(
    (a, b) =>
      (a.port !== null && b.port !== null
        ? comparePortMatches({...a.port, rule: 0}, {...b.port, rule: 0})
        : 0) ||
      a.language - b.language ||
      a.rank - b.rank ||
      a.rule - b.rule,
  )
}

/** Rules of one language that match every protocol, transport and word, with their rank. */
const findInLocale = async (files: Files, query: Query, locale: string) => {
  const index = await files.index()
  const facts = [
    ...query.protocols.map((name) => [name, lookUp(index.protocols, name)] as const),
    ...query.transports.map((name) => [name, index.transports[name]] as const),
  ]
  const stated = facts.map(async ([name, runs = []]): Promise<FoundTerm> => {
    const term = toTerm({text: name, quoted: true})
    return {...(await findTermIn(files, locale, term)), facts: new Set(runsToNumbers(runs))}
  })
  const words = query.words.map(
    async (word): Promise<FoundTerm> => ({...(await findTermIn(files, locale, toTerm(word))), facts: null}),
  )
  const found = await Promise.all([...stated, ...words])
  const ranks = found.map(ranksOf)
  const rules = ranks.reduce((all, part) => {
    const both = new Map<number, number>()
    for (const [rule, rank] of all) if (part.has(rule)) both.set(rule, rank + (part.get(rule) ?? 0))
    return both
  })
  return {rules, terms: found.flatMap(({term}) => term ?? [])}
}

type FoundTerm = Omit<FoundWords, 'term'> & {term: Term | null; facts: ReadonlySet<number> | null}

const findTermIn = async (files: Files, locale: string, term: Term | null) =>
  term === null ? {cells: new Set<number>(), labels: new Set<number>(), term} : findWords(files, locale, term)

/** 0 for what the rule states or its cells say, 1 for a protocol that is only mentioned, 2 for labels of columns. */
const ranksOf = ({cells, labels, facts}: FoundTerm): Map<number, number> => {
  const ranks = new Map<number, number>()
  for (const rule of labels) ranks.set(rule, 2)
  for (const rule of cells) ranks.set(rule, facts === null ? 0 : 1)
  for (const rule of facts ?? []) ranks.set(rule, 0)
  return ranks
}
