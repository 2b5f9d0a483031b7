/** Numbers that an English text spells: “twenty-five”, “a hundred and fifty”, “ten thousand”. A translation may write them in digits. */
import {memoize} from '../../../text/memoize.ts'

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const small = new Map([
  ...units.map((word, value) => [word, value] as const),
  ...tens.map((word, at) => [word, (at + 2) * 10] as const),
  ['couple', 2] as const,
])
const scales = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
])
const dozen = new Map([
  ['dozen', 12],
  ['dozens', 12],
])
const MEMORY = 2_000
const WORD_RE = /[a-z]+/g

/** The values in order, each number once; small words of a number (“a hundred *and* fifty”) belong to it. */
export const spelledNumbers = memoize((text: string): readonly number[] => {
  const words = text.toLowerCase().match(WORD_RE) ?? []
  const values: number[] = []
  for (let at = 0; at < words.length; ) {
    const {value, next} = readAt(words, at)
    if (value !== null) values.push(value)
    at = next
  }
  return values
}, MEMORY)

/** The number that begins at a word, and the place behind it. */
const readAt = (words: readonly string[], start: number): {value: number | null; next: number} => {
  let [total, current, at, isNumber] = [0, 0, start, false]
  for (; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    const [unit, scale] = [small.get(word), scales.get(word)]
    if (unit !== undefined) {
      // “One two” are two numbers; “twenty two” is one.
      if (isNumber && (current % 10 !== 0 || (unit >= 10 && current % 100 !== 0))) break
      current += unit
    } else if (scale === 100) current = Math.max(1, current) * scale
    else if (scale !== undefined) {
      total += Math.max(1, current) * scale
      current = 0
    } else if (dozen.has(word) && (!isNumber || current <= units.length)) {
      const isHalf = words[at - 1] === 'half' || (words[at - 1] === 'a' && words[at - 2] === 'half')
      current = isHalf ? 6 : Math.max(1, current) * 12
    } else if (word === 'and' && isNumber && (current >= 100 || total > 0) && small.has(next)) continue
    else break
    isNumber = true
  }
  return isNumber ? {value: total + current, next: at} : {value: null, next: start + 1}
}
