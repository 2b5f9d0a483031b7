/** A cheap look at a document: could it hold a table at all? */

const htmlRE = /<t(?:able|r|d|h)[\s/>]/i

/**
 * False only when no reader would find a table: the text has no tag of one, and no line that could be a delimiter row
 * below a header. Never misses a table; may say true for a document without.
 */
export function mayHoldPortTable(text: string): boolean {
  return htmlRE.test(text) || hasDelimiterRow(text)
}

/** Whether a line (or what follows its quote and list signs) holds nothing but dashes, colons, pipes and space. */
function hasDelimiterRow(text: string): boolean {
  for (let at = text.indexOf('-'); at !== -1; ) {
    // Back to the start of the line over what a delimiter row may hold, then forward to its end.
    let start = at
    while (start > 0 && isDelimiterSign(text.charCodeAt(start - 1))) start--
    let end = at
    let sign = false
    while (end < text.length && isDelimiterSign(text.charCodeAt(end))) end++
    for (let i = start; i < end && !sign; i++) sign = text.charCodeAt(i) === 124 || text.charCodeAt(i) === 58
    const atStart = start === 0 || isLineEnd(text.charCodeAt(start - 1))
    const atEnd = end === text.length || isLineEnd(text.charCodeAt(end))
    if (sign && atStart && atEnd) return true
    at = text.indexOf('-', end)
  }
  return false
}

function isDelimiterSign(code: number): boolean {
  return code === 45 || code === 58 || code === 124 || code === 32 || code === 9 || code === 62
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13
}
