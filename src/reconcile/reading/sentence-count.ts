/** Counts sentences by their full stops, in any script. */

const STOP_RE = /[。！？｡]|[.!?][”"»)]?\s+(?=[\p{Lu}\p{Lo}\p{N}«“"(])/gu
/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION_RE = /\b(?:e\.g|i\.e|etc|vs|z\.B|p\. ex|bzw|usw|d\.h)\.\s/gi
const CLOSING = new Set([...'。！？｡.!?」』”"»）) '])

/** Number of sentences; an empty text has none, a text without a full stop one. */
export const countSentences = (text: string): number => {
  const plain = text.replace(ABBREVIATION_RE, ' ')
  let end = plain.length
  while (end > 0 && CLOSING.has(plain[end - 1] ?? '')) end--
  if (end === 0) return 0
  return 1 + (plain.slice(0, end).match(STOP_RE)?.length ?? 0)
}
