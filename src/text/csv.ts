/** The one writer of CSV (RFC 4180), for files that are opened in a spreadsheet: no cell of a document becomes a formula. */

/**
 * What a spreadsheet may run: a cell whose first visible character is one of these, also in full width, behind spaces or behind
 * invisible characters, which some importers drop. Source: OWASP, “CSV Injection”.
 */
const formulaRE = /^[\s\p{C}]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u

/** Alone they are no formula: a negative number, and the dash that says that there is nothing. */
const harmlessRE = /^(?:[+-]?\d+(?:[.,]\d+)?|[-\u2212\uff0d])$/

/** Control characters, and those that turn the writing round beyond the end of a cell. */
const controlRE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** Cells of these characters need no quotes, whatever separates the columns. */
const plainRE = /^[\w.-]*$/

/**
 * `['=1+1', 'a "b"', '443']` → `"'=1+1","a ""b""",443\r\n`: an apostrophe makes a text of what would be a formula, and a cell
 * is one line, with spaces for control characters.
 */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell))).join(',')}\r\n`

function csvCell(text: string): string {
  if (text === '') return ''
  const isFormula = formulaRE.test(text) && !harmlessRE.test(text)
  const line = text.replace(controlRE, ' ')
  const safe = isFormula ? `'${line}` : line
  return plainRE.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`
}

/**
 * By this byte order mark spreadsheets know UTF-8. It is for what a person downloads: programs that read `rules.csv` would take
 * it for a part of the first column's name.
 */
export const SPREADSHEET_MARK = '\ufeff'
