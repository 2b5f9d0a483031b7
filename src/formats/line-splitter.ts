/** Cuts a text that comes in pieces into numbered lines, with a limit so that no line fills the memory. */

/** Longest line that is kept, in UTF-16 code units. */
export const MAX_LINE = 16_000_000

export interface NumberedLine {
  /** Without its line break; null when it is longer than `MAX_LINE`. */
  text: string | null
  /** From 1. */
  line: number
}

export interface LineSplitter {
  write(chunk: string): NumberedLine[]
  end(): NumberedLine[]
}

/** Lines end at LF or CR LF; a byte order mark before the first is dropped. */
export function lineSplitter(): LineSplitter {
  let pieces: string[] = []
  let length = 0
  let line = 0

  const add = (piece: string) => {
    length += piece.length
    if (length > MAX_LINE) pieces = []
    else pieces.push(piece)
  }
  const finish = (): NumberedLine => {
    line += 1
    const text = length > MAX_LINE ? null : pieces.join('')
    pieces = []
    length = 0
    if (text === null) return {text, line}
    const start = line === 1 && text.startsWith('\uFEFF') ? 1 : 0
    return {text: text.slice(start, text.endsWith('\r') ? -1 : undefined), line}
  }

  return {
    write(chunk) {
      const lines: NumberedLine[] = []
      let start = 0
      for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
        add(chunk.slice(start, end))
        lines.push(finish())
        start = end + 1
      }
      if (start < chunk.length) add(chunk.slice(start))
      return lines
    },
    end: () => (length > 0 ? [finish()] : []),
  }
}
