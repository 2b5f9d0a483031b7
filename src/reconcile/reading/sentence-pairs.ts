/** The sentences of a cell beside those of its translation, where each has its own. */
import {splitSentences} from '../../text/sentences.ts'
import type {Asked} from '../engine/check.ts'
import {foldWords} from './placed-fold.ts'

export interface SentencePair {
  english: string
  /** Folded. */
  target: string
}

/** Pairs in order; the whole texts as one pair where one side has more sentences than the other. */
export const sentencePairs = ({english, target}: Asked): SentencePair[] => {
  const [sentences, translated] = [splitSentences(english.text), splitSentences(target.wide)]
  return sentences.length > 1 && sentences.length === translated.length
    ? sentences.map((sentence, index) => ({english: sentence, target: foldWords(translated[index] ?? '')}))
    : [{english: english.text, target: target.folded}]
}
