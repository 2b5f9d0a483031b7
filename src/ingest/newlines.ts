/** Turns offsets of a text into lines and columns by a newline index and binary search. */

/** Offsets at which the lines of a text start; LF, CRLF and a lone CR each end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  const lone = text.includes('\r')
  if (!lone) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

/** Index of the last entry of an ascending list that is not above `value`; -1 when all are above it. */
export function lastNotAbove(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Line and column of an offset, both from 1; columns count UTF-16 code units, as SARIF's default does. */
export function lineAndColumn(starts: readonly number[], offset: number): {line: number; column: number} {
  const line = lastNotAbove(starts, offset)
  return {line: line + 1, column: offset - (starts[line] ?? 0) + 1}
}
