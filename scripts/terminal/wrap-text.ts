/** Breaks a text into lines of a terminal, where characters of East Asian languages take two columns and may be parted. */
import stringWidth from 'string-width'

/** Spaces; one character of a language that writes no spaces; or a word. */
const pieceRE =
  /\s+|[\u2e80-\u9fff\uac00-\ud7ff\uf900-\uffef\u{20000}-\u{3ffff}]\p{M}*|[^\s\u2e80-\u9fff\uac00-\ud7ff\uf900-\uffef\u{20000}-\u{3ffff}]+/gu
const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'})

/** Lines not wider than `columns` (at least 2); nothing of the text is lost but spaces at the ends of lines. */
export const wrapText = (text: string, columns: number): string => {
  const lines: string[] = []
  let line = ''
  const close = () => {
    lines.push(line.trimEnd())
    line = ''
  }
  for (const [piece] of text.matchAll(pieceRE)) {
    if (stringWidth(line + piece.trimEnd()) > columns && line !== '') close()
    const rest = line === '' ? piece.trimStart() : piece
    if (stringWidth(rest) <= columns) line += rest
    // A word that is longer than a line is cut between characters as a reader sees them.
    else
      for (const {segment} of graphemes.segment(rest)) {
        if (stringWidth(line + segment) > columns && line !== '') close()
        line += segment
      }
  }
  if (line !== '') close()
  return lines.join('\n')
}
