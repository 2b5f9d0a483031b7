/** A person's own word for what the English says: that no list holds it is no proof that it is wrong. */
import {lookUp} from '../../text/look-up.ts'
import type {Asked, Problem} from '../engine/check.ts'
import {wordsFor} from '../engine/context.ts'
import type {Known} from '../engine/reference.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {isCjk} from '../reading/script.ts'
import {findWord, hasWord, withoutWords} from '../reading/words.ts'

/** Longer texts say things in more ways; there a lost word is told by what is left of the others. */
const SHORT = 4
/** So many human texts elsewhere, or one of this very cell, tell that it is said by a known word. */
const WITNESSES = 2

/** The problem of a word that no list holds, as grave as it is where only the list speaks against it. */
export const unlessOwnWord = (
  asked: Asked,
  noun: string,
  words: readonly string[],
  problem: Problem,
): Problem =>
  isOwnWord(asked, noun, words)
    ? {...problem, actual: '', severity: 'minor', span: null, isUnproven: true}
    : problem

/**
 * People wrote the cell, a word of it stands for no other word of the English, and nobody else is known to say this one in a
 * known way.
 *
 * @param noun the English word, in its singular  @param words what the language is known to have for it
 */
const isOwnWord = (asked: Asked, noun: string, words: readonly string[]): boolean => {
  const {unit, english, context} = asked
  if (!unit.personal || english.words.length > SHORT || !hasWordLeft(asked, noun)) return false
  const isKnown = ({human, target}: Known) =>
    human && target !== unit.target && hasWord(foldWords(target), words)
  const elsewhere = context.memory(unit.source ?? '').filter(isKnown)
  return (
    context.learnt.renderings.ofHumans([noun]) === null &&
    !context.ofCell(unit.cell ?? null).some(isKnown) &&
    elsewhere.reduce((sum, {count}) => sum + count, 0) < WITNESSES
  )
}

const WORD_RE = /[\p{L}\p{M}]+/gu
/** One letter, or a counter such as 台, is no word for a machine. */
const LEAST = 2

/** A word of the cell is left when those for the other words of the English are taken away. */
const hasWordLeft = ({english, target, context: {lexicon, learnt}}: Asked, noun: string): boolean => {
  const others = english.singulars.filter((word) => word !== noun)
  const known = [
    ...others.flatMap((word) => [
      ...wordsFor(word, lexicon, learnt),
      ...(lookUp(lexicon.synonyms, word) ?? []),
      `*${word}*`,
    ]),
    ...lexicon.small,
  ]
  const left = (target.folded.match(WORD_RE) ?? []).flatMap((word) => {
    if (findWord(word, known) === null) return [word]
    return isCjk(word[0]) ? (withoutWords(word, known).match(WORD_RE) ?? []) : []
  })
  return left.some(({length}) => length >= LEAST)
}
