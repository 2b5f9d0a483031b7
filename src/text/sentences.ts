/** What ends a clause or a sentence, and prose cut into its sentences, in any script. */

/** For a class of a regular expression. */
export const CLAUSE_ENDS = ',;،؛，、；'
export const clauseEndRE = new RegExp(`[${CLAUSE_ENDS}]`, 'u')
/** A full stop also stands in numbers and names, so patterns ask for it apart. */
export const SENTENCE_ENDS = '!?؟。！？'
/** Where one sentence ends and the next begins; the mark stays with the first. */
export const sentenceEndRE = new RegExp(`(?<=[.;؛；${SENTENCE_ENDS}])(?=\\s|[^\\x20-\\x7e])|\\n`, 'u')

/** A full stop of CJK text ends a sentence anywhere; a Latin one before a space and what can begin a sentence. */
const END_RE = /[。！？｡](?:\s?[」』）)”"*_])*\s*|[.!?][”"»)*_]*\s+(?=[\p{Lu}\p{Lo}\p{N}«“"([`*_])/gu
/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION_RE = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|z\.B|p\. ex|bzw|usw|d\.h|No|n°)\.$/i

/** The sentences of a text in order, trimmed, Markdown marks with the sentence that they close; an empty text has none. */
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
