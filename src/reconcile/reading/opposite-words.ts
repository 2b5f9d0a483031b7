/** Words of a sentence that say the opposite of what its English says for certain. */
import {type Opposites, oppositesOf, type Side} from '../../languages/opposites.ts'
import {foldWords} from './placed-fold.ts'
import type {SentencePair} from './sentence-pairs.ts'
import {foldOnce, indexOfWord, plainWord, withoutWords} from './words.ts'

/** The first of the words that stands in the folded text; `#word` only after a number. */
const find = (text: string, words: readonly string[]): string | null =>
  words
    .map(foldOnce)
    .find((word) =>
      word.startsWith('#') ? isCounted(text, word.slice(1)) : indexOfWord(text, word) !== -1,
    ) ?? null

/** A number at the end, perhaps with the symbol of its unit or a word that counts things: `10 MB`, `7 個`, `7つ`. */
const countRE = /\d[ -]?(?:(?:[kmgt]?i?b(?:it)?(?:\/s|ps)?|[kmg]?hz|%) ?|[個个件名台人本枚つ개명대])?$/iu
/** No number with such a symbol is longer at its end. */
const COUNT_LENGTH = 9

const isCounted = (text: string, word: string): boolean => {
  for (let at = indexOfWord(text, word); at !== -1; at = indexOfWord(text, word, at + 1))
    if (countRE.test(text.slice(Math.max(0, at - COUNT_LENGTH), at))) return true
  return false
}

/** Any of the words, as an expression: what it doesn't find is not there. */
const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(
    `\\b(?:${words.map((word) => word.replace('#', '').replaceAll('*', '[a-z]*')).join('|')})\\b`,
    'i',
  )

/** Any word that says a meaning of a group for certain. */
const certainREs = oppositesOf('en').map(({sides}) => anyOf(sides.flatMap(({certain}) => certain)))

/** The text without what other sides say by a longer word: "instead of" is no "instead". */
const withoutLonger = (text: string, side: Side, sides: readonly Side[]): string =>
  withoutWords(
    text,
    sides.flatMap((other) =>
      other === side
        ? []
        : other.certain.filter((word) =>
            side.possible.some((own) => own !== word && foldOnce(word).includes(plainWord(foldOnce(own)))),
          ),
    ),
  )

/** What a sentence says for certain, where it says nothing else of the group. */
const sideSaid = (english: string, {sides}: Opposites, group: number): number | null => {
  if (certainREs[group]?.test(english) === false) return null
  const said = sides.flatMap((side, index) =>
    find(withoutLonger(english, side, sides), side.possible) === null ? [] : [index],
  )
  const [only] = said
  return only !== undefined && said.length === 1 && find(english, sides[only]?.certain ?? []) !== null
    ? only
    : null
}

/** Any word that says a meaning for certain: most texts have none, and are read no further. */
const ANY_RE = anyOf(oppositesOf('en').flatMap(({sides}) => sides.flatMap(({certain}) => certain)))

/** Whether an English text says something that has an opposite. */
export const hasOpposite = (english: string): boolean => ANY_RE.test(english)

/** A word that says the opposite, and one that would have been right. */
export interface Turned {
  /** Name of the group of meanings. */
  group: string
  actual: string
  expected: string
}

/** One for each meaning that is turned round; nothing where the translation says both, or the English does. */
export const turnedWords = ({english, target}: SentencePair, locale: string): Turned[] => {
  if (!hasOpposite(english)) return []
  const text = foldWords(english)
  const own = oppositesOf(locale)
  return oppositesOf('en').flatMap((group, index): Turned[] => {
    const side = sideSaid(text, group, index)
    const sides = own[index]?.sides ?? []
    const right = side === null ? undefined : sides[side]
    if (right === undefined || right.certain.length === 0) return []
    if (find(withoutLonger(target, right, sides), right.possible) !== null) return []
    const others = sides.filter((other) => other !== right)
    const wrong = wrongWord(target, others)
    return wrong === null
      ? []
      : [{group: group.id, actual: wholeIn(target, wrong), expected: readable(right.certain[0])}]
  })
}

const wrongWord = (target: string, sides: readonly Side[]): string | null =>
  sides.map(({certain}) => find(target, certain)).find((word) => word !== null) ?? null

/** The whole word of the text that begins as the word of the list does. */
const wholeIn = (target: string, word: string): string => {
  const stem = readable(word)
  const at = indexOfWord(target, word.replace('#', ''))
  const [ending = ''] = word.endsWith('*') ? (/^\p{L}*/u.exec(target.slice(at + stem.length)) ?? []) : []
  return stem + ending
}

const readable = (word = ''): string => plainWord(word).replace('#', '')
