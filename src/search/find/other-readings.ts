/**
 * Other readings of a query that finds nothing as it stands, or whose number is rather a year: `2013`, `9-1-1`, `inbound`.
 *
 * A query is read as ports first. These readings are tried only where texts hold what they ask for, and never change what a
 * query finds that finds something.
 */
import {lookUp} from '../../text/look-up.ts'
import type {Query, WordTerm} from '../query/query-types.ts'
import {foldText} from '../search-fold.ts'
import {isNamed} from './find-ports.ts'
import type {Files} from './load.ts'

/** With its years as words; null where there is none, or a rule names such a port. */
export async function yearsAsWords(files: Files, query: Query): Promise<Query | null> {
  const {years} = query
  if (years.length === 0 || query.transports.length > 0) return null
  for (const year of years) if (await isNamed(files, [year, year])) return null
  const isYear = ({range: [low, high]}: Query['ports'][number]) => low === high && years.includes(low)
  if (query.ports.some((term) => isYear(term) && term.transport !== null)) return null
  return {
    ...query,
    ports: query.ports.filter((term) => !isYear(term)),
    words: [...query.words, ...years.map((year): WordTerm => ({text: `${year}`, quoted: true}))],
    years: [],
    notes: [
      ...query.notes,
      ...years.map((year) => ({kind: 'read-as-word' as const, text: `${year}`, other: `port ${year}`})),
    ],
  }
}

const numberNameRE = /^\d{1,4}(?:-\d{1,4}){2,}$/u

/** `9-1-1` has too many ends for a range: it is a name. */
export function namesAsWords(query: Query): Query | null {
  const {problems} = query
  if (problems.length === 0) return null
  if (!problems.every(({kind, text}) => kind === 'too-many-bounds' && numberNameRE.test(text))) return null
  const words = problems.map(({text}): WordTerm => ({text, quoted: true}))
  return {...query, problems: [], words: [...query.words, ...words]}
}

/** Longest name of a fact, in words: `on a condition`. */
const MOST_WORDS = 4

/** With the words that mean a direction or a requirement as facts; null where none does. */
export async function wordsAsFacts(
  files: Files,
  query: Query,
  locales: readonly string[],
): Promise<Query | null> {
  const {words} = await files.meanings()
  const known = new Map([...locales, 'en'].flatMap((locale) => lookUp(words, locale) ?? []).toReversed())
  const facts: string[] = []
  const left: WordTerm[] = []
  for (let at = 0; at < query.words.length; ) {
    let used = 0
    for (let count = Math.min(MOST_WORDS, query.words.length - at); count > 0 && used === 0; count--) {
      const part = query.words.slice(at, at + count).map(({text}) => text)
      const fact = known.get(foldText(part.join(' ')))
      if (fact === undefined) continue
      facts.push(fact)
      used = count
    }
    if (used === 0) left.push(...query.words.slice(at, at + 1))
    at += Math.max(used, 1)
  }
  return facts.length === 0 ? null : {...query, words: left, facts}
}
