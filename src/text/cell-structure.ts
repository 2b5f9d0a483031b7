/**
 * A cell's text with what its markup tells: characters that no document may hold (Unicode noncharacters) stand for line
 * breaks, footnote marks, deleted text and what can't be told apart. `53⏎953` are two ports, `53` and a raised 1 is one.
 */

/** Separates values: a line break, paragraph, list item. */
export const BREAK = '\ufdd0'
/** Around what stands raised, or is a link to a note. */
export const RAISED = '\ufdd1'
export const LEVEL = '\ufdd2'
/** Where deleted text stood. */
export const GONE = '\ufdd3'
/** What no grammar may read across: two numbers in elements side by side, lowered text. */
export const UNCLEAR = '\ufdd4'

const structureRE = /[\ufdd0-\ufdd4]/u
const allStructureRE = /[\ufdd0-\ufdd4]/gu
const raisedRE = /\ufdd1([^\ufdd1\ufdd2]*)\ufdd2/gu
/** Text that Markdown strikes out where no extension reads it (GFM 0.29, 6.5), and references to footnotes (`[^1]`). */
const struckRE = /~~(?=\S)[^~]{1,400}?(?<=\S)~~/gu
const referenceRE = /\[\^[^\]\s[]{1,40}\]/gu
const breaksRE = /\s*(?:\ufdd0\s*)+/gu

/** Whether a text tells more than its words: structure, or Markdown for it. */
export const hasStructure = (text: string): boolean =>
  structureRE.test(text) || text.includes('~~') || text.includes('[^')

/** A text from outside, which may not bring its own structure. */
export const withoutStructure = (text: string): string =>
  structureRE.test(text) ? text.replace(allStructureRE, '') : text

/** Deleted text and references of Markdown as structure too; breaks once, none at the ends. */
export function tidyStructure(text: string): string {
  return text
    .replace(struckRE, GONE)
    .replace(referenceRE, (mark) => `${RAISED}${mark.slice(2, -1)}${LEVEL}`)
    .replace(breaksRE, BREAK)
    .replace(/^\ufdd0|\ufdd0$/gu, '')
}

/** The values of a cell that stand on lines of their own, without the empty ones. */
export const linesOf = (text: string): string[] => text.split(BREAK).filter((line) => plainText(line) !== '')

/** The current words of a cell, on one line: what is neither a number nor a list needs no more. */
export function plainText(text: string): string {
  if (!structureRE.test(text)) return text
  return text
    .replace(raisedRE, '')
    .replaceAll(BREAK, ' ')
    .replace(allStructureRE, '')
    .replace(/ {2,}/gu, ' ')
    .trim()
}

/** The text of a header without marks of notes that are raised figures: `Port¹`. */
export const plainHeader = (text: string): string =>
  plainText(text)
    .replaceAll(/[\u00b9\u00b2\u00b3\u2070-\u2079]+/gu, '')
    .trim()

/** What stands raised in a cell, apart from its text. */
export const raisedIn = (text: string): string[] =>
  hasStructure(text) ? [...text.matchAll(raisedRE)].map(([, inner = '']) => inner.trim()) : []

/** Whether all that a cell held is struck out. */
export const isStruckOut = (text: string): boolean => text.includes(GONE) && plainText(text) === ''

/** One or two digits, a letter, or characters: what points to a note; a few of them with commas. */
const markRE = /^\(?(?:\d{1,2}|\p{L}|[*†‡§¶#※]+)(?:[,;、\s]{1,3}(?:\d{1,2}|\p{L}|[*†‡§¶#※]+))*\)?\.?$/u
/** A word before a number: `note 1`, `注2`; perhaps with words about it. */
const namedRE = /^(?!.*\b(?:tcp|udp)\b)[[(]?\p{L}{1,12}\.?\s?\d{1,2}[\])]?(?:[\s,;:、，：][^\p{N}]{1,80})?$/iu
/** Bases of powers: nobody's ports. */
const baseRE = /(?<![\d.,])(?:2|10)$/u

/**
 * Text of a cell for a grammar of numbers: footnote marks and places of deleted text are left out, breaks stay; what stands
 * raised and is no mark, or is glued to both sides of what was deleted, becomes a character that no grammar knows.
 */
export function readableText(text: string): string {
  if (!structureRE.test(text)) return text
  return text
    .replace(raisedRE, (_, inner: string, at: number) => {
      const mark = inner.normalize('NFKC').trim()
      if (mark === '') return ''
      const power = /^\d+$/u.test(mark) && baseRE.test(text.slice(0, at))
      return !power && (markRE.test(mark) || namedRE.test(mark)) ? ' ' : UNCLEAR
    })
    .replace(/(?<=[\p{L}\p{N}])\ufdd3+(?=[\p{L}\p{N}])/gu, UNCLEAR)
    .replace(/\ufdd3/gu, ' ')
    .replace(breaksRE, BREAK)
    .replace(/^\ufdd0|\ufdd0$/gu, '')
}
