/**
 * Other translations of the same English as witnesses of a "not": where all of them deny in a sentence and this one does not,
 * it was lost; where none of them does and this one does, it came in. Needs no words of the language but those that its
 * documents teach.
 */
import {splitSentences} from '../../../text/sentences.ts'
import type {Asked, Problem} from '../../engine/check.ts'
import {asEvidence, type Known} from '../../engine/reference.ts'
import {wordsIn} from '../../learning/learn-denial.ts'
import {foldWords} from '../placed-fold.ts'
import {findWord, hasWord, plainWord} from '../words.ts'
import {denialIn} from './denial.ts'
import {readEnglishDenial} from './english-denial.ts'

/** So many other texts must agree, or a human one. */
const ENOUGH = 2

/** The word by which a sentence denies something, if it does. */
type DeniedBy = (sentence: string) => string | null

/** A "not" that all other translations of a sentence have, or none of them. */
export const siblingProblems = (asked: Asked): Problem[] => {
  const {english, target, unit} = asked
  const siblings = asked.context
    .memory(unit.source ?? '')
    .filter((known) => known.target !== unit.target && known.target !== known.source)
  if (siblings.length === 0 || !isDenial(asked)) return []
  const [sentences, own] = [splitSentences(english.text), splitSentences(target.wide)]
  if (sentences.length !== own.length) return []
  const deniedBy = denierOf(asked)
  return sentences.flatMap((sentence, index): Problem[] => {
    const texts = siblings.flatMap((known) => {
      const split = splitSentences(known.target)
      return split.length === own.length ? [{known, word: deniedBy(split[index] ?? '')}] : []
    })
    if (!areEnough(texts.map(({known}) => known))) return []
    const {nots, contraries} = readEnglishDenial(sentence)
    const word = deniedBy(own[index] ?? '')
    const witness = texts.slice(0, 1).map(({known}) => asEvidence(known))
    const [said] = texts.map((text) => text.word)
    if (word === null && nots + contraries > 0 && said && texts.every((text) => text.word !== null))
      return [{actual: '', expected: said, span: null, evidence: witness}]
    // “Any” and other single words have checks of their own.
    if (
      word !== null &&
      nots + contraries === 0 &&
      english.words.length > 1 &&
      texts.every((text) => text.word === null)
    )
      return [{actual: word, expected: '', span: null, evidence: witness}]
    return []
  })
}

/** One of the texts may deny something. */
const isDenial = ({english, target, context}: Asked): boolean => {
  const {negation} = context.lexicon.concepts
  const {nots, contraries} = readEnglishDenial(english.text)
  return (
    nots + contraries > 0 || hasWord(target.folded, negation.length > 0 ? negation : context.learntDenial())
  )
}

const areEnough = (texts: readonly Known[]): boolean =>
  texts.some(({human}) => human) || new Set(texts.map(({edition}) => edition)).size >= ENOUGH

/** Tells by the words of the language, else by those that its documents teach. */
const denierOf = ({context}: Asked): DeniedBy => {
  const {lexicon, operators} = context
  if (lexicon.concepts.negation.length > 0) {
    const {negation, exception, contrary, needless} = lexicon.concepts
    return (sentence) => {
      const folded = foldWords(sentence)
      const {nots, exceptions, contraries} = denialIn(folded, lexicon)
      // “Unless” is an exception, by whatever words.
      const otherwise = [...needless, ...(operators?.unless ?? []), ...(operators?.except ?? [])]
      const isDenied = nots + exceptions + contraries > 0 || hasWord(folded, otherwise)
      return isDenied
        ? plainWord(findWord(folded, [...negation, ...exception, ...contrary, ...otherwise]) ?? '')
        : null
    }
  }
  const learnt = context.learntDenial()
  return (sentence) => {
    const words = wordsIn(sentence)
    return learnt.find((word) => words.has(word)) ?? null
  }
}
