/** A "from" or a "to" that human texts say with words of their own, and a translation has none for. */

import {splitSentences} from '../../text/sentences.ts'
import type {Asked} from '../engine/check.ts'
import {readEnglish} from '../reading/english-cell.ts'
import {readEnds} from '../reading/from-to.ts'
import {findWord} from '../reading/words.ts'
import {humanTexts} from './human-texts.ts'
import {readBag} from './word-bag.ts'

/** Weaker words for "from" and "to" mean many other things as well. */
const CLEAR = 0.15
/** Where no human text says the same English, they must be as firm as this. */
const FIRM = 0.4
/** The words of a language for one of them must be this much firmer than for the other. */
const TIMES = 1.5
const ENOUGH = 12
/** A word that stands so much firmer for another one says nothing of an end. */
const DOMINATED = 2.5
/** Of the human texts that name both ends, so many must mark this one by these words. */
const most = {known: 0.75, unseen: 0.95}

export interface LostEnd {
  end: 'from' | 'to'
  expected: string
}

/** The ends whose marker is lost; none where the language's own words for them are not learnt. */
export const lostEnds = (asked: Asked): LostEnd[] => {
  const {unit, english, target, context} = asked
  const words = context.words()
  if (words === null || english.path || !english.vocabulary.has('from') || !english.vocabulary.has('to'))
    return []
  const humans = humanTexts(asked).map((witness) => witness.target)
  const [source, translated, others] = sentenceWithEnds(english.text, target.text, humans)
  if (readEnds(source === english.text ? english : readEnglish(source)) === null) return []
  const own = readBag(translated, unit.locale)
  const bags = others.map((text) => readBag(text, unit.locale))
  return (['from', 'to'] as const).flatMap((end): LostEnd[] => {
    const other = end === 'from' ? 'to' : 'from'
    const against = new Map(words.dictionary.renderings(other))
    const clear = words.dictionary
      .renderings(end)
      .filter(([word, strength]) => strength >= CLEAR && strength >= (against.get(word) ?? 0) * TIMES)
    const [first] = clear
    if (first === undefined || words.support(end).uses < ENOUGH) return []
    const share = words.shareOfEnds(clear.map(([word]) => word))
    if (share < (bags.length > 0 ? most.known : most.unseen)) return []
    // A word that may well stand for it is no loss; only what is clear proves that a human text says it.
    const loose = words
      .renderings(end)
      .filter(
        ([word, strength]) =>
          strength > (against.get(word) ?? 0) &&
          (words.dictionary.meanings(word)[0]?.[1] ?? 0) < strength * DOMINATED,
      )
    const {concepts} = context.lexicon
    const listed = end === 'to' ? [...concepts.to, ...concepts.receiving] : concepts.from
    if (loose.some(([word]) => own.has(word)) || findWord(own.text, listed) !== null) return []
    const written = bags.flatMap(({pieces}) => pieces).find(({key}) => key === first[0])?.text
    const isSaid = bags.length > 0 && bags.every((bag) => clear.some(([word]) => bag.has(word)))
    return isSaid || (bags.length === 0 && first[1] >= FIRM) ? [{end, expected: written ?? first[0]}] : []
  })
}

/** The sentence that names the ends, beside its translations, where all texts have as many sentences; else the whole texts. */
const sentenceWithEnds = (
  english: string,
  target: string,
  humans: readonly string[],
): [english: string, target: string, humans: readonly string[]] => {
  const sentences = splitSentences(english)
  const at = sentences.findIndex((sentence) => readEnds(readEnglish(sentence)) !== null)
  const isSplitAlike = (text: string) => splitSentences(text).length === sentences.length
  const alike = humans.filter(isSplitAlike)
  if (sentences.length < 2 || at === -1 || !isSplitAlike(target) || (humans.length > 0 && alike.length === 0))
    return [english, target, humans]
  const sentenceOf = (text: string) => splitSentences(text)[at] ?? ''
  return [sentences[at] ?? '', sentenceOf(target), alike.map(sentenceOf)]
}
