/** Results in prose: Pagefind gives candidates, and only those that really hold what was asked are shown. */

import {type Mark, markText} from '../find/marks.ts'
import {questionTokens} from '../index/prose-tokens.ts'
import {holdsTerm, type Term, toTerm} from '../query/query-term.ts'
import type {Query} from '../query/query-types.ts'
import {foldText} from '../search-fold.ts'
import {element, marked} from './dom.ts'
import type {Session} from './session.ts'

/** What is used of Pagefind's own interface. */
interface Pagefind {
  createInstance: (options: {noWorker: boolean; basePath: string}) => PagefindInstance
}

interface PagefindInstance {
  search: (words: string) => Promise<{results: {id: string}[]}>
}

/** A section of prose, as `src/app/build/index-prose-fs.ts` writes it. */
interface Section {
  path: string
  title: string
  /** Empty in front of the page's first heading. */
  heading: string
  text: string
}

const SHOWN = 4
/** Candidates looked at for one question: a common word has very many, and each is a file. */
const LOOKED_AT = 12

const instances = new Map<string, Promise<PagefindInstance>>()

/** List items for sections whose text holds every word and protocol of the query. */
export const searchProse = async (
  query: Query,
  session: Session,
  signal: AbortSignal,
): Promise<HTMLElement[]> => {
  const terms = [...query.words, ...query.protocols.map((text) => ({text, quoted: true}))].flatMap(
    (word) => toTerm(word) ?? [],
  )
  const words = questionTokens(terms.map(({text}) => text))
  // A single character of a language without spaces stands in nearly every text.
  if (words.length === 0) return []
  const pagefind = await openPagefind(session)
  const {results} = await pagefind.search(words.join(' '))
  const found: HTMLElement[] = []
  for (let from = 0; from < Math.min(results.length, LOOKED_AT) && found.length < SHOWN; from += SHOWN) {
    const sections = await Promise.all(
      results.slice(from, from + SHOWN).map(({id}) => readSection(id, session)),
    )
    if (signal.aborted) return []
    for (const section of sections)
      if (holdsAll(section, terms)) found.push(proseItem(section, terms, session))
  }
  return found.slice(0, SHOWN)
}

const openPagefind = ({address, locale}: Session): Promise<PagefindInstance> => {
  const basePath = address(`pagefind/${locale}/`)
  let instance = instances.get(basePath)
  if (instance === undefined) {
    instance = import(/* @vite-ignore */ `${basePath}pagefind.js`).then((pagefind: Pagefind) =>
      pagefind.createInstance({noWorker: true, basePath}),
    )
    instances.set(basePath, instance)
    instance.catch(() => instances.delete(basePath))
  }
  return instance
}

const readSection = async (id: string, {address, locale}: Session): Promise<Section> => {
  const response = await fetch(address(`pagefind/${locale}/text/${id}.json`))
  if (!response.ok) throw new Error(`expected the text of section ${id}, found status ${response.status}`)
  return response.json()
}

const holdsAll = ({title, heading, text}: Section, terms: readonly Term[]): boolean => {
  const folded = [title, heading, text].map(foldText)
  return terms.every((term) => folded.some((part) => holdsTerm(part, term)))
}

const BEFORE = 40
const LENGTH = 180

const proseItem = ({path, title, heading, text}: Section, terms: readonly Term[], session: Session) => {
  const marks = markText(text, terms, [], {
    protocols: [],
    portWords: [],
    rangeWords: [],
    rangeFrames: [],
    joinWords: [],
  })
  const start = Math.max(0, (marks[0]?.[0] ?? 0) - BEFORE)
  const end = Math.min(text.length, start + LENGTH)
  const near = marks
    .filter(([from, to]) => from >= start && to <= end)
    .map(([from, to]): Mark => [from - start, to - start])
  return element(
    'li',
    {},
    element('a', {href: session.address(path)}, heading === '' ? title : `${title} · ${heading}`),
    element(
      'p',
      {},
      start > 0 ? '…' : '',
      marked(text.slice(start, end), near),
      end < text.length ? '…' : '',
    ),
  )
}
