/** Estimates how wide text is without a browser, on the safe side for the common sans-serif faces. */

import {memoize} from '../../text/memoize.ts'
import {unspacedPhrases} from '../../text/phrases.ts'

const wideRE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u
const widths: readonly (readonly [characters: RegExp, em: number])[] = [
  [wideRE, 1],
  [/\p{M}/u, 0],
  [/[iljtfrI.,:;'|!()[\]’ ]/u, 0.4],
  [/[mwMW@%]/u, 0.95],
  [/\p{Lu}/u, 0.75],
  [/[\p{L}\p{N}]/u, 0.6],
]
const otherWidth = 0.85

/** Fallback faces may be wider than the common ones. */
const safety = 1.06

/** A site draws thousands of labels with the same few hundred characters. */
const characterWidth = memoize(
  (character): number => widths.find(([characters]) => characters.test(character))?.[1] ?? otherWidth,
  10_000,
)

/** In pixels, for a font of that size. */
export const textWidth = (text: string, size: number): number => emWidth(text) * size * safety

const emWidth = memoize((text): number => {
  let em = 0
  for (const character of text) em += characterWidth(character)
  return em
}, 10_000)

/** Text may be broken at spaces, behind slashes and commas and behind hyphens of words, and CJK text between its words. */
const pieceRE = /(?:[^\s/,-]|-(?!\p{L}))*(?:[/,]|-(?=\p{L}))? ?|\s/gu
const piecesOf = memoize(
  (text): readonly string[] =>
    (text.match(pieceRE) ?? []).flatMap((piece) => (wideRE.test(piece) ? unspacedPhrases(piece) : [piece])),
  10_000,
)

/** No line starts with a closing bracket or mark. */
const characterRE = /.[、。，：；）」]?/gsu

/** Lines no wider than `width`; a single piece that is wider gets lines of its own, broken between characters. */
export function wrapText(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim())
    line = ''
  }
  for (const piece of piecesOf(text)) {
    if (textWidth((line + piece).trimEnd(), size) <= width) {
      line += piece
      continue
    }
    end()
    for (const [character] of piece.matchAll(characterRE)) {
      if (textWidth(line + character, size) > width) end()
      line += character
    }
  }
  end()
  return lines
}
