/** Two sentences that a translation runs together: the second one says something of a word of the first. */
import {splitSentences} from '../../text/sentences.ts'
import type {Asked} from '../engine/check.ts'
import type {Known} from '../engine/reference.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {humanTexts} from './human-texts.ts'
import {piecesOf} from './pieces.ts'
import {readBag} from './word-bag.ts'

export interface MergedSentences {
  /** The words around the lost full stop, in the translation and in the human text. */
  actual: string
  expected: string
  witness: Known
}

/** What ends a sentence or sets its parts apart, in any script. */
const MARK_RE = /[.。．｡!?！？;；:：,，、،؛…()（）\n/|·•–—]|\s-\s/u
const SPACED_CJK_RE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}] [\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * The translation has no mark at all between its words, all human texts have a full stop where the English has one, and no
 * word came in that might join the sentences.
 */
export const mergedSentences = (asked: Asked): MergedSentences | null => {
  const {unit, english, target} = asked
  const many = splitSentences(english.text).length
  const own = target.wide.trim().replace(/[.。．｡]$/u, '')
  if (many < 2 || own === '' || MARK_RE.test(own) || SPACED_CJK_RE.test(own)) return null
  const witnesses = humanTexts(asked)
  const [witness] = witnesses
  if (
    witness === undefined ||
    unit.human ||
    witnesses.some((human) => splitSentences(human.target).length !== many)
  )
    return null
  const theirs = readBag(witness.target, unit.locale)
  const ours = piecesOf(target.text, unit.locale)
  if (!ours.every(({key}) => theirs.has(key))) return null
  const [first = '', second = ''] = splitSentences(witness.target)
  const [before, after] = [lastWord(first), firstWord(second)]
  const at = foldWords(own).indexOf(`${foldWords(before)} ${foldWords(after)}`)
  // A capital or a mark where the second one begins tells it apart all the same.
  if (before === '' || after === '' || at === -1 || own.slice(at).includes(` ${after} `)) return null
  return {
    actual: own.slice(at, at + before.length + 1 + after.length),
    expected: `${before}. ${after}`,
    witness,
  }
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? []
const lastWord = (text: string): string => wordsOf(text).at(-1) ?? ''
const firstWord = (text: string): string => wordsOf(text)[0] ?? ''
