/** Which script a text is written in. */

const CJK_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const IDEOGRAPHIC_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const scriptRE = new Map<string, RegExp>()

/** Whether a character is Han, kana or Hangul: text that is written without, or with other, spaces. */
export const isCjk = (character: string | undefined): boolean =>
  character !== undefined && CJK_RE.test(character)

/** Whether a character is Han or kana: Latin words are set off from these by a space, but not from Korean particles. */
export const isIdeographic = (character: string | undefined): boolean =>
  character !== undefined && IDEOGRAPHIC_RE.test(character)

/** Whether the text has a letter of one of the scripts (Unicode names). */
export const hasScript = (text: string, scripts: readonly string[]): boolean =>
  scripts.some((script) => expression(script).test(text))

const expression = (script: string): RegExp => {
  const known = scriptRE.get(script)
  if (known) return known
  const made = new RegExp(`\\p{Script=${script}}`, 'u')
  scriptRE.set(script, made)
  return made
}

/**
 * `text` with `[start, end)` replaced, and a space where Latin letters or digits would touch a CJK character.
 * A space before a full-width bracket goes.
 */
export const replaceSpaced = (text: string, [start, end]: [number, number], by: string): string => {
  const before = closeGap(text.slice(0, start), by[0])
  const after = openGap(text.slice(end), by.at(-1))
  const left = isLatinCharacter(by[0]) && isIdeographic(before.at(-1)) ? ' ' : ''
  const right =
    isLatinCharacter(by.at(-1)) && (isIdeographic(after[0]) || isLatinCharacter(after[0])) ? ' ' : ''
  return before + left + by + right + after
}

/** What stands before: no space between two CJK characters. */
const closeGap = (before: string, first: string | undefined): string =>
  isIdeographic(first) && isIdeographic(before.trimEnd().at(-1)) ? before.trimEnd() : before

/** What stands after: no space before a full-width character or between CJK characters, one after the version of a product. */
const openGap = (after: string, last: string | undefined): string => {
  const rest = after.trimStart()
  if (/^[（。，、]/.test(rest) || (isIdeographic(last) && isIdeographic(rest[0]))) return rest
  const digits = isLatinCharacter(last) ? /^ ?\d+/.exec(after)?.[0] : undefined
  return digits !== undefined && isIdeographic(after[digits.length])
    ? `${digits} ${after.slice(digits.length)}`
    : after
}

const isLatinCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[A-Za-z0-9]/.test(character)
