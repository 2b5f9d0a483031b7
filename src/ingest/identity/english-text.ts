/** Whether a text reads as English, by its most common words: for documents that neither state a language nor have a translation. */

/** Words that no other language writes, or hardly ever. */
const words = new Set(
  [
    'the',
    'of',
    'and',
    'this',
    'with',
    'are',
    'from',
    'which',
    'must',
    'when',
    'that',
    'by',
    'be',
    'is',
    'you',
  ].concat(['for', 'to', 'if', 'your', 'not', 'use', 'can']),
)

/** So much of a text tells its language; a fifth of the words of English prose are these, of other languages few by chance. */
const SAMPLE = 20_000
const LEAST_WORDS = 12
const LEAST_SHARE = 0.1
const LEAST_DISTINCT = 4

const wordRE = /\p{L}+/gu
/** Scripts that English has no letter of. */
const foreignRE = /[^\p{Script=Latin}\P{L}]/gu
/** Rows of tables and code hold names and numbers of any language. */
const codeRE =
  /^\s*(```|~~~)[\s\S]*?^\s*\1|<[^<>]{0,200}>|\]\([^)\s]{0,500}\)|^[^|\n]*\|.*\|.*$|`[^`\n]{0,200}`|\{\{.{0,300}?\}\}/gm

export function readsAsEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE).replace(codeRE, ' ')
  const found = sample.toLowerCase().match(wordRE) ?? []
  const common = found.filter((word) => words.has(word))
  const foreign = sample.match(foreignRE)?.length ?? 0
  return (
    found.length >= LEAST_WORDS &&
    common.length >= LEAST_SHARE * found.length &&
    new Set(common).size >= LEAST_DISTINCT &&
    foreign < found.length / 10
  )
}
