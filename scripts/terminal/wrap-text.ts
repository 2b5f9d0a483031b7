/** Breaks a text into lines of a terminal, where signs of East Asian languages take two columns and may be parted. */

/** Signs from here on count as two columns wide; some are narrower, none is wider. */
const WIDE_FROM = 0x2e80
const pieceRE = /\s+|[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+/gu

/** Columns that a text takes at most. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) >= WIDE_FROM ? 2 : 1
  return width
}

/** Lines not wider than `columns` (at least 2); nothing of the text is lost but spaces at the ends of lines. */
export const wrapText = (text: string, columns: number): string => {
  const lines: string[] = []
  let line = ''
  const close = () => {
    lines.push(line.trimEnd())
    line = ''
  }
  for (const [piece] of text.matchAll(pieceRE)) {
    if (textWidth(line) + textWidth(piece.trimEnd()) > columns && line !== '') close()
    let rest = line === '' ? piece.trimStart() : piece
    // A word that is longer than a line is cut.
    while (textWidth(rest) > columns) {
      lines.push(rest.slice(0, columns))
      rest = rest.slice(columns)
    }
    line += rest
  }
  if (line !== '') close()
  return lines.join('\n')
}
