/** Reads from an English note whether a port is required, optional, conditional or for old products only. */

import type {Requirement} from '../model/schema.ts'
import {foldSearch, foldSpace} from '../text/normalize.ts'
import data from './requirement.json' with {type: 'json'}

/** Longer notes are read up to here. */
const MAX_LENGTH = 4000

export interface RequirementReading {
  requirement: Requirement
  /** The sentence of the note that says so; null when none does. */
  quote: string | null
}

/** What the strongest sentence says: legacy before optional before conditional; else nothing is known. */
export function requirementOf(englishNote: string | null): RequirementReading {
  const sentences = splitSentences(foldSpace((englishNote ?? '').slice(0, MAX_LENGTH)))
  for (const [requirement, holds] of questions) {
    const quote = sentences.find((sentence) => holds(wordsOf(sentence)))
    if (quote !== undefined) return {requirement, quote}
  }
  return {requirement: 'unknown', quote: null}
}

/** Words between single spaces, one space at both ends, so that a phrase is looked up as whole words. */
type Words = string

const questions: [Requirement, (words: Words) => boolean][] = [
  [
    'legacy',
    (words) => has(words, data.only) && has(words, data.oldProducts) && !has(words, data.currentProducts),
  ],
  ['optional', (words) => has(words, data.optional)],
  ['conditional', (words) => has(without(words, data.notConditional), data.conditional)],
]

function wordsOf(sentence: string): Words {
  return ` ${foldSearch(sentence)
    .split(/[^\p{L}\p{N}']+/u)
    .join(' ')} `
}

function has(words: Words, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => words.includes(` ${phrase} `))
}

function without(words: Words, phrases: readonly string[]): Words {
  return phrases.reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' '), words)
}

/** At a full stop, question mark or semicolon before a space; a digit or one letter before it ends no sentence. */
function splitSentences(note: string): string[] {
  return note.split(/(?<=[\p{L})]{2}[.?!]|[0-9][.]|;) /u).filter((sentence) => sentence !== '')
}
