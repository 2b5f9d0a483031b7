/** Finds the rules whose texts in one language hold a term. */

import {ROW_RULES, type RowFile} from '../files.ts'
import {runsToNumbers} from '../index/runs.ts'
import {INSIDE, KEY_LENGTH} from '../index/word-keys.ts'
import {eachKey, shardsFor} from '../index/word-shards.ts'
import {endsAt, holdsTerm, insideTerm, startsAt, type Term} from '../query/query-term.ts'
import {foldText} from '../search-fold.ts'
import type {Files} from './load.ts'

export interface FoundWords {
  /** Rules with the term in a cell. */
  cells: Set<number>
  /** Rules with the term in the label of a column. */
  labels: Set<number>
  /** The term as it was searched: `inside` is set where no word starts with it, but some hold it. */
  term: Term
}

export const findWords = async (files: Files, locale: string, term: Term): Promise<FoundWords> => {
  const {labels} = await files.words(locale)
  const cells = await findCells(files, locale, term)
  const inLabels = new Set(
    labels.filter(([folded]) => holdsTerm(folded, term)).flatMap(([, rules]) => runsToNumbers(rules)),
  )
  const inside = insideTerm(term)
  if (cells.size + inLabels.size > 0 || inside === null) return {cells, labels: inLabels, term}
  const found = await findWords(files, locale, inside)
  return found.cells.size + found.labels.size > 0 ? found : {cells, labels: inLabels, term}
}

const findCells = async (files: Files, locale: string, term: Term): Promise<Set<number>> => {
  if (isInKeys(term)) return findKeys(files, locale, term)
  const parts = await Promise.all(piecesOf(term).map((piece) => findKeys(files, locale, piece)))
  const candidates = parts.reduce((all, part) => all.intersection(part))
  return verify(files, locale, term, candidates)
}

/** Whether keys tell all: they hold the term, and what follows it where that matters. */
const isInKeys = (term: Term): boolean =>
  term.text.length < KEY_LENGTH || (term.text.length === KEY_LENGTH && endsAt(term, 'a') && endsAt(term, '1'))

/** Two keys of a long term: its beginning, and the last place in it where a whole key may start. */
const piecesOf = (term: Term): Term[] => {
  const start: Term = {...term, text: term.text.slice(0, KEY_LENGTH)}
  let last = term.text.length - KEY_LENGTH
  while (last > 0 && !startsAt(term.text, last, false)) last--
  return last > 0
    ? [start, {text: term.text.slice(last, last + KEY_LENGTH), quoted: false, inside: false}]
    : [start]
}

/** `term`: not longer than a key. */
const findKeys = async (files: Files, locale: string, {text, quoted, inside}: Term): Promise<Set<number>> => {
  const {first} = await files.words(locale)
  const prefix = inside ? INSIDE + text : text
  const shards = await Promise.all(shardsFor(first, prefix).map((file) => files.shard(locale, file)))
  const found = new Set<number>()
  const whole = {text, quoted, inside}
  for (const shard of shards)
    eachKey(shard, (key, rules) => {
      if (!key.startsWith(prefix)) return
      const rest = key.slice(prefix.length)
      // What follows a term as long as a key is not in the key; such terms are verified in the texts.
      if (text.length < KEY_LENGTH && !endsAt(whole, rest)) return
      for (const rule of runsToNumbers(rules)) found.add(rule)
    })
  return found
}

const verify = async (
  files: Files,
  locale: string,
  term: Term,
  candidates: ReadonlySet<number>,
): Promise<Set<number>> => {
  const numbers = [...new Set([...candidates].map((rule) => Math.floor(rule / ROW_RULES)))]
  const loaded = new Map(
    await Promise.all(
      numbers.map(async (file) => [file, withTerm(await files.rows(locale, file), term)] as const),
    ),
  )
  return new Set(
    [...candidates].filter((rule) => loaded.get(Math.floor(rule / ROW_RULES))?.has(rule % ROW_RULES)),
  )
}

/** Places in a file of the rows that hold the term in a cell. */
const withTerm = ({texts, rows}: RowFile, term: Term): Set<number> => {
  const holding = texts.map((text) => holdsTerm(foldText(text), term))
  const found = new Set<number>()
  for (const [at, [, , , , ...cells]] of rows.entries())
    if (cells.some((cell) => holding[cell])) found.add(at)
  return found
}
