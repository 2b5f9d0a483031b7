/** Looks a word up in a table that is a plain object, such as one read from JSON. */

/**
 * What the table itself has for the word; `table[word]` would find `constructor` and `toString` in every table, since plain
 * objects inherit them, and no document may decide by its words what our code runs into.
 *
 * `lookUp({pool: ['集區']}, 'constructor')` → `undefined`
 */
export const lookUp = <Value>(
  table: Readonly<Record<string, Value>> | undefined,
  word: string,
): Value | undefined => (table !== undefined && Object.hasOwn(table, word) ? table[word] : undefined)
