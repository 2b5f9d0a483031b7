/** The two ends of "from … to …" in an English text: the words that tell one from the other. */
import type {English} from './english-cell.ts'
import {plainEnglish} from './english-words.ts'

export interface Ends {
  /** Lower-case singulars that the text has only in the end after "from", and only in the end after "to". */
  from: string[]
  to: string[]
}

/** Words after which an end is over. */
const after = new Set(
  (
    'for when if using over that which so while is are was were on by from to with in at then because where will ' +
    'must should can via'
  ).split(' '),
)
const LONGEST = 14
/** "to" before anything else may begin a purpose, not an end. */
const END_RE =
  /^\s*(?:(?:the|each|any|an|a|your|all) [A-Za-z]|[A-Z]|(?:servers?|clients?|pools?|gateways?|interfaces?|users?|partners?|prox(?:y|ies)|directors?|federated|internal|external)\b)/

/** The ends of the only "from … to …" or "to … from …" of a text; null when there is none, or more than one. */
export const readEnds = (english: English): Ends | null => {
  if (!english.vocabulary.has('from') || !english.vocabulary.has('to')) return null
  const [from, to] = [placesOf(english, 'from'), placesOf(english, 'to')]
  const [one, other] = [from[0], to[0]]
  if (one === undefined || other === undefined || from.length > 1 || to.length > 1) return null
  const [a, b] = [endAfter(english, one), endAfter(english, other)]
  const isOwn = (end: Ends['from']) => (noun: string) =>
    english.singulars.filter((word) => word === noun).length === end.filter((word) => word === noun).length
  const ends = {from: [...new Set(a.filter(isOwn(a)))], to: [...new Set(b.filter(isOwn(b)))]}
  return ends.from.length === 0 || ends.to.length === 0 ? null : ends
}

const placesOf = ({words, text}: English, marker: string): number[] =>
  words.flatMap((word, index) =>
    word.text.toLowerCase() === marker && END_RE.test(text.slice(word.end)) ? [index] : [],
  )

/** Content words of the end that begins after a marker. */
const endAfter = ({words, singulars, text}: English, marker: number): string[] => {
  const end: string[] = []
  for (let index = marker + 1; index < words.length && index <= marker + LONGEST; index++) {
    const [before, word] = [words[index - 1], words[index]]
    if (before === undefined || word === undefined) break
    if (/[.;:()]/.test(text.slice(before.end, word.start)) || after.has(word.text.toLowerCase())) break
    const noun = singulars[index] ?? ''
    if (noun.length > 1 && !plainEnglish.has(noun)) end.push(noun)
  }
  return end
}
