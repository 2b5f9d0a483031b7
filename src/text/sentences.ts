/** Cuts prose into sentences, in any script; Markdown marks stay with the sentence that they close. */

/** A full stop of CJK text ends a sentence anywhere; a Latin one before a space and what can begin a sentence. */
const END_RE = /[。！？｡](?:\s?[」』）)”"*_])*\s*|[.!?][”"»)*_]*\s+(?=[\p{Lu}\p{Lo}\p{N}«“"([`*_])/gu
/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION_RE = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|z\.B|p\. ex|bzw|usw|d\.h|No|n°)\.$/i

/** The sentences of a text in order, trimmed; an empty text has none. */
export const splitSentences = (text: string): string[] => {
  const sentences: string[] = []
  let from = 0
  for (const match of text.matchAll(END_RE)) {
    const end = match.index + match[0].length
    if (ABBREVIATION_RE.test(text.slice(Math.max(from, match.index - 8), match.index + 1))) continue
    sentences.push(text.slice(from, end))
    from = end
  }
  sentences.push(text.slice(from))
  return sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}
