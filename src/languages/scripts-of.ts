/** The writing of a language that has no data file, from CLDR, which JavaScript brings along. */

/** Scripts behind a code of several, or whose name this project writes out; any other code is its own name in Unicode. */
const names = new Map<string, readonly string[]>([
  ['Latn', ['Latin']],
  ['Jpan', ['Han', 'Hiragana', 'Katakana', 'Latin']],
  ['Hans', ['Han', 'Latin']],
  ['Hant', ['Han', 'Latin']],
  ['Kore', ['Hangul', 'Han', 'Latin']],
  ['Cyrl', ['Cyrillic', 'Latin']],
  ['Grek', ['Greek', 'Latin']],
  ['Arab', ['Arabic', 'Latin']],
  ['Hebr', ['Hebrew', 'Latin']],
  ['Thai', ['Thai', 'Latin']],
  ['Deva', ['Devanagari', 'Latin']],
])

/** Names of Unicode scripts, the main one first; Latin alone where nothing is known of the tag. Never throws. */
export function scriptsOf(tag: string): string[] {
  const code = scriptCodeOf(tag)
  return code === null ? ['Latin'] : [...(names.get(code) ?? [code, 'Latin'])]
}

/** Code of ISO 15924, such as `Hant` for `zh-TW`; null where nothing is known of the tag. Never throws. */
export function scriptCodeOf(tag: string): string | null {
  try {
    const {script = ''} = new Intl.Locale(tag).maximize()
    // A code that Unicode doesn't know as a script, such as one for emblems, is of no use.
    return script !== '' && (names.has(script) || new RegExp(`\\p{Script=${script}}`, 'u')) ? script : null
  } catch {
    return null
  }
}
