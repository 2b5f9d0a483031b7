/** Changes an input a little, in ways that break parsers: bytes, pieces of other inputs, words of the format, repetition. */
import type {Random} from './random.ts'

/** Longest input; longer ones are cut, so that a run tries many. */
export const MAX_LENGTH = 1 << 14

/** Characters that parsers get wrong: NUL, controls, bidi, halves of pairs, combining marks, other digits and spaces. */
const characters = [
  ...[
    '\0',
    '\x1b',
    '\x7f',
    '\x85',
    '\u00a0',
    '\u00ad',
    '\u0301',
    '\u061c',
    '\u200b',
    '\u200d',
    '\u200f',
    '\u2028',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u28ff',
    '\u3000',
    '\ufeff',
    '\uff10',
    '\uff0f',
    '\uffff',
    '\ud800',
    '\udc00',
    '\u{1d7d8}',
  ],
  ...[
    '\u{1f468}',
    '\r',
    '\n',
    '\t',
    ' ',
    '"',
    "'",
    '<',
    '>',
    '&',
    ';',
    '/',
    '\\',
    '|',
    '-',
    ':',
    '=',
    '`',
    '*',
    '_',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '#',
    '!',
    '%',
    '0',
    '65535',
    '65536',
    '99999999999999999999',
    '-1',
    '1e9',
    'é',
  ],
]

/** One to eight changes after each other. */
export const mutate = (
  input: string,
  others: readonly string[],
  words: readonly string[],
  random: Random,
): string => {
  let text = input
  for (let rounds = 1 + random.below(8); rounds > 0; rounds--) text = change(text, others, words, random)
  return text.slice(0, MAX_LENGTH)
}

const change = (
  text: string,
  others: readonly string[],
  words: readonly string[],
  random: Random,
): string => {
  const at = random.below(text.length + 1)
  const end = Math.min(text.length, at + random.below(random.pick([2, 8, 64, 1024])))
  const piece = text.slice(at, end)
  switch (random.below(10)) {
    case 0:
      return text.slice(0, at) + random.pick(characters) + text.slice(at)
    case 1:
      return text.slice(0, at) + random.pick(words) + text.slice(at)
    case 2:
      return text.slice(0, at) + text.slice(end)
    case 3:
      return text.slice(0, at) + piece.repeat(1 + random.below(random.pick([3, 40, 400]))) + text.slice(end)
    case 4:
      return text.slice(0, at) + random.pick(characters) + text.slice(end)
    case 5: {
      const other = random.pick(others)
      const from = random.below(other.length + 1)
      return text.slice(0, at) + other.slice(from, from + random.below(256)) + text.slice(at)
    }
    case 6: {
      const other = random.pick(others)
      return text.slice(0, at) + other.slice(random.below(other.length + 1))
    }
    case 7: {
      const to = random.below(text.length + 1)
      return text.slice(0, to) + piece + text.slice(to)
    }
    case 8:
      return (
        text.slice(0, at) +
        random.pick([piece.toUpperCase(), piece.toLowerCase(), [...piece].toReversed().join('')]) +
        text.slice(end)
      )
    default:
      return random.pick([text.slice(0, at), text.slice(at), text.replaceAll('\n', '\r\n'), text + text])
  }
}
