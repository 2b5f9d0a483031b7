/** Which script a text is written in. */

const CJK_RE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const scriptRE = new Map<string, RegExp>()

/** Whether a sign is Han, kana or Hangul: text that is written without, or with other, spaces. */
export const isCjk = (sign: string | undefined): boolean => sign !== undefined && CJK_RE.test(sign)

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
 * `text` with `[start, end)` replaced, and a space where Latin letters or digits would touch a CJK sign.
 * A space before a full-width bracket goes.
 */
export const replaceSpaced = (text: string, [start, end]: [number, number], by: string): string => {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const left = isLatinSign(by[0]) && isCjk(before.at(-1)) ? ' ' : ''
  const right = isLatinSign(by.at(-1)) && (isCjk(after[0]) || /[A-Za-z0-9]/.test(after[0] ?? '')) ? ' ' : ''
  const gapless = /^[（。，、]/.test(after.trimStart()) ? after.trimStart() : after
  return before + left + by + right + gapless
}

const isLatinSign = (sign: string | undefined): boolean => sign !== undefined && /[A-Za-z0-9]/.test(sign)
