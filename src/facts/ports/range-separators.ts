/**
 * What stands between the two bounds of a range, for every reader of ranges: tables, searches, checks. Keyboards, typesetters
 * and converters give many dashes and tildes for the one that is meant.
 */

/** Every dash of Unicode, the minus, and characters that look like one: the long vowel of kana, lines, bullets. */
export const DASHES = '\\p{Pd}\\u2212\\u02d7\\u2043\\u30fc\\uff70\\u2796\\u2500\\u2501'
/** Tildes and waves; some are dashes to Unicode. */
const TILDES = '~\\u223c\\u223d\\u223f\\u2053\\u301c\\u3030\\uff5e'
/** Points in the middle of a line are dots too. */
const DOTS = '\\.{2,3}|[\\u2025\\u2026\\u22ef]'

/** Source of a pattern for one such separator, doubled ones too: `--`, `...`. */
export const RANGE_SEPARATOR = `(?:[${DASHES}${TILDES}]{1,3}|${DOTS})`

const separatorRE = new RegExp(RANGE_SEPARATOR, 'uy')

/** Where a separator that starts at `at` ends; -1 where none does. */
export function rangeSeparatorEnd(text: string, at: number): number {
  separatorRE.lastIndex = at
  return separatorRE.test(text) ? separatorRE.lastIndex : -1
}
