/** Characters that are letters only once they are folded. */

/** UTF-16 codes from one to another, both included. */
export type CodeRange = readonly [low: number, high: number]

/** What only folding turns into ASCII letters or digits, or takes away from between them. */
export const unfolded: readonly CodeRange[] = [
  [0xad, 0xad],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
  [0x2460, 0x24ff],
  [0x3200, 0x33ff],
  [0xd835, 0xd835],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
]

/**
 * What folding for a search may turn into a letter, or take away from between two: all but ASCII, dashes and quotation marks,
 * spaces, kana, ideographs, Hangul and full-width signs.
 */
export const foldable: readonly CodeRange[] = [
  [0x80, 0x9f],
  [0xa1, 0x200f],
  [0x2028, 0x2fff],
  [0x3031, 0x3040],
  [0x3097, 0x30a0],
  [0x30fd, 0x33ff],
  [0x4dc0, 0x4dff],
  [0xa000, 0xabff],
  [0xd7a4, 0xff00],
  [0xff10, 0xff19],
  [0xff21, 0xffff],
]

/** A class of a regular expression. */
export const toClass = (ranges: readonly CodeRange[]): string => {
  const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`
  return `[${ranges.map(([low, high]) => `${escaped(low)}-${escaped(high)}`).join('')}]`
}
