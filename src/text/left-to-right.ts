/**
 * Names, ports and addresses in text that is written from right to left. By the rules of Unicode `50000-59999` behind an
 * Arabic word stands there as `59999-50000`, and `443/TCP` as `TCP/443`: such a piece is set apart, so that it keeps its order.
 */

/** A piece of a text; `apart` is one that is written from left to right by itself. */
export interface Piece {
  text: string
  apart: boolean
}

/** Without characters that force a direction: `443` would be read as `344`, while the facts say what it is. */
export const withoutOverrides = (text: string): string => text.replace(/[\u202d\u202e]/g, '')

/** Letters of scripts from left to right, and the digits that ports are written with. */
const letter = String.raw`(?!\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Thaana}|\p{Script=Syriac}|\p{Script=Nko}|\p{Script=Adlm}|\p{Script=Rohg})[\p{L}0-9]`
/** What stands between two words of one piece, and doesn't end it. */
const between = String.raw`[ -/:-@[-\x60{-~\u00a0\p{M}–—‑…’“”]`
/** Characters that belong to the word behind them or before them: `*.example.com`, `≥ 1024`, `49152+`. */
const before = String.raw`(?:(?<![^\s(«"“])[-+*./#$@~<>≤≥=]+\s?)?`
const after = '[+%*]*'

const pieceRE = new RegExp(`${before}${letter}(?:${between}*${letter})*${after}`, 'gu')

const pairs = [
  ['(', ')'],
  ['[', ']'],
] as const

/** In the order of the text, which they make up. */
export function directionPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(pieceRE)) {
    const [from, to] = withBrackets(text, match.index, match.index + match[0].length, done)
    if (from > done) pieces.push({text: text.slice(done, from), apart: false})
    pieces.push({text: text.slice(from, to), apart: true})
    done = to
  }
  if (done < text.length) pieces.push({text: text.slice(done), apart: false})
  return pieces
}

/** With the other one of each bracket inside: a pair of which one is outside would be torn. */
function withBrackets(text: string, start: number, end: number, least: number): [number, number] {
  let [from, to] = [start, end]
  for (const [open, close] of pairs) {
    let depth = 0
    let missing = 0
    for (const character of text.slice(from, to)) {
      if (character === open) depth += 1
      else if (character === close && depth > 0) depth -= 1
      else if (character === close) missing += 1
    }
    while (depth > 0 && text[to] === close) {
      to += 1
      depth -= 1
    }
    while (missing > 0 && from > least && text[from - 1] === open) {
      from -= 1
      missing -= 1
    }
  }
  return [from, to]
}

const isolate = {start: '\u2066', end: '\u2069'}

/** The same by characters, for what is plain text: `المنفذ 50000-59999` with the range between two marks that aren't seen. */
export const isolatedText = (text: string): string =>
  directionPieces(text)
    .map((piece) => (piece.apart ? `${isolate.start}${piece.text}${isolate.end}` : piece.text))
    .join('')
