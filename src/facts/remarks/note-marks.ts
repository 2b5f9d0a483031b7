/** Marks by which rows point to notes: `*`, `(1)`, `[a]`, raised figures, “see note 1”. */
import words from '../../languages/note-words.json' with {type: 'json'}
import {LEVEL, plainText, RAISED} from '../../text/cell-structure.ts'

const SYMBOLS = '*†‡§¶※'
const FIGURES = '\u00b9\u00b2\u00b3\u2070-\u2079'
/** So long words also stand with an ending. */
const ENDED = 6
const [ended, whole] = [true, false].map((isLong) =>
  words.spaced.filter((word) => word.length >= ENDED === isLong).map(literalOf),
) as [string[], string[]]
/** Words for a note in any language, also with an ending: what points to a note need not be of the language of the document. */
const NOTE = `(?:(?<![\\p{L}\\p{N}])(?:(?:${ended.join('|')})\\p{L}{0,3}|${whole.join('|')})|(?:${words.unspaced.join('|')}))`
const COUNT = '\\s?(?:(?:n[°ºo]\\.?|nr\\.|№|#)\\s?)?'

const startRE = new RegExp(
  `^\\s*\\\\?(?:(?<symbol>[${SYMBOLS}]{1,4}[0-9]{0,2})|[\\[(]?\\^?(?:\\p{L}{1,12}\\.?\\s?)?(?<number>[0-9]{1,2})[\\])]?[:.)]?(?=\\s|\\p{L}|$)|[\\[(]\\^?(?<name>[\\p{L}\\p{N}-]{1,40})[\\])])`,
  'u',
)
/** `Note 1:`, `Footnote a.` */
const wordedRE = new RegExp(
  `^\\s*[\\[(]?${NOTE}${COUNT}(?<mark>[0-9]{1,2}(?![0-9.]?[0-9])|(?<=[\\s([])[a-z](?=\\s?[:.)\\]–—-]))[\\])]?\\s?[:.)–—-]?\\s?`,
  'iu',
)
const markedRE = new RegExp(
  `^\\s*\\\\?(?:[${SYMBOLS}]{1,4}|[\\[(]\\^?(?:[0-9]{1,2}|[a-z])[\\])]|[${FIGURES}])`,
  'iu',
)
const headingRE = new RegExp(`^${NOTE}s?\\s?[:.：]?$`, 'iu')
const listRE = /^\s*\(?(?:[0-9]{1,2}|[a-z])[.)]?\s/iu

const raisedRE = new RegExp(`${RAISED}([^${LEVEL}]{0,60})${LEVEL}`, 'gu')
const bracketRE = /[[(]\^?(?:\p{L}{0,12}\.?\s?){0,2}([0-9]{1,2}|[a-z])[\])]/gu
const symbolRE = new RegExp(`[${SYMBOLS}]{1,4}[0-9]{0,2}`, 'gu')
const markEndRE = /[,;\s()[\].]+/u
/** A cell of notes that only says which: `1, 2`. */
const onlyMarksRE = /^[[(]?(?:[0-9]{1,2}|[a-z])(?:[,;\s]{1,3}(?:[0-9]{1,2}|[a-z])){0,9}[\])]?\.?$/iu
const superscriptRE = new RegExp(`[${FIGURES}]+`, 'gu')
/** `see note 1`, `notes 1 and 2`, `注 1 を参照` */
const pointerRE = new RegExp(
  `${NOTE}${COUNT}[\\[(]?(?<marks>(?:[0-9]{1,2}|(?<=[\\s([])[a-z](?![\\p{L}\\p{N}]))(?:\\s?(?:[,;&/+、]|\\p{L}{1,3})\\s?[0-9]{1,2}){0,9})(?![0-9])`,
  'giu',
)

function literalOf(word: string): string {
  return word.replaceAll('.', '\\.').replaceAll(' ', '\\s')
}

/** The mark that a note begins with; null for none. */
export function markOf(text: string): string | null {
  const told = text.normalize('NFKC')
  const {symbol, number, name} = startRE.exec(told)?.groups ?? {}
  return (
    wordedRE.exec(told)?.groups?.['mark']?.toLowerCase() ?? symbol ?? number ?? name?.toLowerCase() ?? null
  )
}

/** A note without the mark that it begins with. */
export function withoutMark(text: string): string {
  const told = text.normalize('NFKC')
  const [worded] = wordedRE.exec(told) ?? []
  return (worded === undefined ? told.replace(startRE, '') : told.slice(worded.length)).trim()
}

/**
 * The mark of a paragraph that nothing else begins like, wherever it stands; null for a number that may count steps.
 *
 * @param amongNotes whether it is raised, or below a heading that says `Notes`: then a number is a mark
 */
export function plainMarkOf(text: string, amongNotes: boolean): string | null {
  const isMarked = markedRE.test(text) || wordedRE.test(text.normalize('NFKC'))
  return isMarked || (amongNotes && listRE.test(text)) ? markOf(text) : null
}

/** Whether a heading says that notes follow, and nothing else. */
export const isHeadingOfNotes = (heading: string): boolean => headingRE.test(heading.trim())

/** All marks in a text. */
export function marksIn(text: string): string[] {
  const told = text.normalize('NFKC')
  return [
    ...[...text.matchAll(raisedRE)].flatMap(([, raised = '']) => raised.toLowerCase().split(markEndRE)),
    ...[...text.matchAll(superscriptRE)].map(([found]) => found.normalize('NFKC')),
    ...[...told.matchAll(bracketRE)].map(([, mark = '']) => mark),
    ...[...told.matchAll(symbolRE)].map(([found]) => found),
    ...[...told.matchAll(pointerRE)].flatMap(
      ({groups}) => (groups?.['marks'] ?? '').toLowerCase().match(/[0-9]{1,2}|^[a-z]$/gu) ?? [],
    ),
  ].filter((mark) => mark !== '')
}

/** Where `see note 1` ends, or `注 1 を参照`: `note 2 servers` points to nothing. */
const pointerEndRE =
  /^[\])]?\s?(?:[\p{Script=Hiragana}\p{Script=Han}\p{Script=Hangul}]{1,4})?(?:$|[.,;)）\]。、])/u
const endRE = /^[\])]?\s?(?:[\p{Script=Hiragana}\p{Script=Han}\p{Script=Hangul}]{1,4})?[.。]?$/u
/** Longer texts are cut where they are quoted. */
const MAX_QUOTE = 200

/** Where a text points to notes by the word for one, with the text; a text that begins like a note is one itself. */
export function pointersIn(text: string): {mark: string; quote: string}[] {
  const told = plainText(text).normalize('NFKC').trim()
  return [...told.matchAll(pointerRE)].flatMap(({0: found, groups, index}) => {
    const rest = told.slice(index + found.length)
    if (!(index === 0 ? endRE : pointerEndRE).test(rest)) return []
    const marks = (groups?.['marks'] ?? '').toLowerCase().match(/[0-9]{1,2}|^[a-z]$/gu) ?? []
    return marks.map((mark) => ({mark, quote: told.slice(0, MAX_QUOTE)}))
  })
}

/** The marks in a cell of notes that says nothing else. */
export const onlyMarksIn = (text: string): string[] =>
  onlyMarksRE.test(plainText(text)) ? plainText(text).toLowerCase().split(markEndRE) : []

/** Where a document first has a mark that something may point with; -1 for nowhere. */
export function firstMarkAt(document: string, mark: string): number {
  const literal = mark.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
  const isSymbol = /^[^\p{L}\p{N}]/u.test(mark)
  const figure = [...mark].map((each) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(each)] ?? each).join('')
  const pattern = isSymbol
    ? `\\\\${literal}|(?<![${SYMBOLS}\\n])(?<!^[ \\t>]*)${literal}(?![${SYMBOLS}\\p{L}\\p{N}])`
    : `[\\[(]\\^?(?:\\p{L}{0,12}\\.?\\s?){0,2}${literal}[\\])]|<sup[^>]{0,80}>[^<]{0,20}${literal}|${figure}|${NOTE}${COUNT}[\\[(]?(?:[0-9]{1,2}[^\\n|<]{1,6})?${literal}(?![\\p{L}\\p{N}])|[|>]\\s*[\\[(]?${literal}[\\])]?\\.?\\s*[|<]`
  return document.search(new RegExp(pattern, 'imu'))
}
