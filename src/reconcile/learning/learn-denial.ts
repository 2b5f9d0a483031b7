/**
 * Learns how a locale says "not" from its documents, for languages without a list of words: the words that stand in the
 * translations of sentences with a "not", and in next to no others.
 */
import {splitSentences} from '../../text/sentences.ts'
import type {Reference} from '../engine/reference.ts'
import {type EnglishDenial, readEnglishDenial} from '../reading/denial/english-denial.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {foldWords} from '../reading/placed-fold.ts'

/** A word is for "not" when so many different sentences have it, and so small a share of those that deny nothing. */
const ENOUGH = 3
const MIN_PRECISION = 0.9
const MAX_SENTENCES = 4000

/** When this share of the sentences of a word are about the same thing, it may be the word for that. */
const SAME_THING = 0.6

/** Words of scripts that set them apart. */
const WORD_RE =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{M}]+/gu

export const wordsIn = (text: string): Set<string> => new Set(foldWords(text).match(WORD_RE) ?? [])

interface Taught {
  denial: EnglishDenial
  vocabulary: Set<string>
  words: Set<string>
}

/** Words for "not", the commonest first; none when the documents teach none. */
export const learnDenial = (references: readonly Reference[]): string[] => {
  const taught = sentencesOf(references)
  const denying = taught.filter(({denial}) => denial.nots > 0 && !denial.double)
  const plain = taught.filter(({denial}) => denial.nots === 0 && !denial.loose)
  const inPlain = countWords(plain)
  const candidates = [...countWords(denying)]
    .map(([word, held]) => ({word, held, precision: held / (held + (inPlain.get(word) ?? 0))}))
    .filter(({held, precision}) => held >= ENOUGH && precision >= MIN_PRECISION)
    .filter(({word}) => !isAboutOneThing(denying.filter(({words}) => words.has(word))))
    .toSorted((a, b) => b.held * b.precision - a.held * a.precision || (a.word < b.word ? -1 : 1))
  const words: string[] = []
  let rest = denying
  for (const {word} of candidates) {
    const left = rest.filter(({words}) => !words.has(word))
    if (rest.length - left.length < ENOUGH) continue
    words.push(word)
    rest = left
  }
  return words
}

/** One of each English sentence, with the words of all its translations. */
const sentencesOf = (references: readonly Reference[]): Taught[] => {
  const sentences = new Map<string, Taught>()
  for (const {source, target} of references) {
    const [english, translated] = [splitSentences(source), splitSentences(target)]
    if (english.length !== translated.length) continue
    for (const [index, sentence] of english.entries()) {
      const known = sentences.get(sentence)
      if (known === undefined && sentences.size >= MAX_SENTENCES) continue
      const entry = known ?? {
        denial: readEnglishDenial(sentence),
        vocabulary: contentOf(sentence),
        words: new Set(),
      }
      for (const word of wordsIn(translated[index] ?? '')) entry.words.add(word)
      sentences.set(sentence, entry)
    }
  }
  return [...sentences.values()]
}

const countWords = (sentences: readonly Taught[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const {words} of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const SMALL_RE = /^(?:not|no|cannot|never|without|any|for|and|the|this|that|are|does|with|when|port|used?)$/
const contentOf = (sentence: string): Set<string> =>
  new Set(
    (sentence.toLowerCase().match(/[a-z]{3,}/g) ?? [])
      .map(englishSingular)
      .filter((word) => !SMALL_RE.test(word)),
  )

/** Most of the sentences have a word in common: then what they share in the translation may be that word. */
const isAboutOneThing = (sentences: readonly Taught[]): boolean =>
  sentences.some(({vocabulary}) =>
    [...vocabulary].some(
      (word) =>
        sentences.filter((other) => other.vocabulary.has(word)).length / sentences.length >= SAME_THING,
    ),
  )
