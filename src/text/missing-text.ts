/** What stands in a text for a piece that nobody can read: it is kept in another file, or put there by a system. */

/** OBJECT REPLACEMENT CHARACTER (Unicode 23.8), which no document uses otherwise: facts are not read from a cell with it. */
export const MISSING_TEXT = '\uFFFC'

/** What a reader sees in its place. */
export const MISSING_SHOWN = '…'
