/** How much of one thing is read: far above any real page, low enough that no document takes all memory. */
import type {Source} from './source.ts'

/** Characters of one line of a pipe table, of one text between two tags, and of one tag. */
export const MAX_TEXT = 100_000

/** Deepest nesting inside a cell that is parsed; deeper elements lose their tags, never their text. Real cells have 6. */
export const MAX_DEPTH = 64

/** Headings, paragraphs and list items of one stretch of prose. */
export const MAX_BLOCKS = 20_000

/** Lines of a pipe table that are parsed at once; a Markdown parser takes some 20 KB of memory a row. */
export const MAX_LINES = 400

export function reportTooLong(source: Source, offset: number): void {
  source.report(
    offset,
    'error',
    'too-long',
    `Unexpected text of more than ${MAX_TEXT} characters in one cell or tag; the rest of it was left out`,
    'Split the text.',
  )
}
