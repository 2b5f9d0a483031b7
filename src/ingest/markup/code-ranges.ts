/** Where a document holds code, in which nothing is markup: fenced blocks, and spans between backticks within a line. */

const fenceRE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})(.*)$/

/** A test for any offset; lines are looked at once. */
export function codeRanges(text: string): (offset: number) => boolean {
  const starts: number[] = []
  const ends: number[] = []
  const push = (start: number, end: number): void => {
    starts.push(start)
    ends.push(end)
  }
  let fence: {marker: string; start: number} | null = null
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline + 1
    const line = text.slice(at, end).trimEnd()
    const [, marker, info = ''] = fenceRE.exec(line) ?? []
    if (fence !== null) {
      if (marker?.startsWith(fence.marker) && info.trim() === '') {
        push(fence.start, end)
        fence = null
      }
    } else if (marker !== undefined && !(marker.startsWith('`') && info.includes('`')))
      fence = {marker, start: at}
    else for (const [start, stop] of codeSpans(line)) push(at + start, at + stop)
    at = end
  }
  if (fence !== null) push(fence.start, text.length)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low > 0 && offset < (ends[low - 1] ?? 0)
  }
}

/** Spans between two runs of as many backticks (CommonMark 0.31, 6.1). */
function codeSpans(line: string): [number, number][] {
  if (!line.includes('`')) return []
  const runs = [...line.matchAll(/`+/g)].map(({0: marker, index}) => ({length: marker.length, index}))
  const next = new Map<number, number>()
  const closeOf = runs.map(() => -1)
  for (let run = runs.length - 1; run >= 0; run--) {
    const length = runs[run]?.length ?? 0
    closeOf[run] = next.get(length) ?? -1
    next.set(length, run)
  }
  const spans: [number, number][] = []
  for (let run = 0; run < runs.length; run++) {
    const close = runs[closeOf[run] ?? -1]
    const open = runs[run]
    if (!close || !open) continue
    spans.push([open.index, close.index + close.length])
    run = closeOf[run] ?? run
  }
  return spans
}
