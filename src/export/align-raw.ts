/** Finds for each character of a text where the document spells it, so that only what changes needs to be written. */

/** A character reference of HTML, or an escaped sign of Markdown. */
const SPELT_RE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});|\\[!-/:-@[-`{-~]/y
const SPACE_REFERENCE_RE = /^&(?:nbsp|ensp|emsp|thinsp|#0*160|#[xX]0*[aA]0);$/
const SPACE_RE = /\s/

/**
 * Offsets in `raw` of each character of `text` from `from` on that `raw` spells, and one more for the end; null when
 * `raw` says something else. In `text` each run of white space is one space. A reference stands for one character,
 * whichever one `text` has there: what follows shows whether that was right.
 */
export function alignRaw(raw: string, text: string, from: number): number[] | null {
  const offsets: number[] = []
  let at = from
  for (let position = 0; position < raw.length; ) {
    const spelt = speltAt(raw, position)
    if (isSpace(spelt)) {
      if (text[at] !== ' ') return null
      offsets.push(position)
      at += 1
      while (position < raw.length && isSpace(speltAt(raw, position)))
        position += speltAt(raw, position).length
      continue
    }
    const point = text.codePointAt(at)
    if (point === undefined) return null
    const sign = String.fromCodePoint(point)
    const shown = spelt.startsWith('\\') ? spelt.slice(1) || spelt : spelt
    if (shown !== sign && !(spelt.length > 1 && spelt.startsWith('&'))) return null
    // Both halves of a surrogate pair start where the pair starts: none is ever replaced alone.
    for (let half = 0; half < sign.length; half++) offsets.push(position)
    at += sign.length
    position += spelt.length
  }
  return [...offsets, raw.length]
}

/** The character at an offset as it is spelt: itself, a reference, or an escaped sign. */
function speltAt(raw: string, at: number): string {
  SPELT_RE.lastIndex = at
  return SPELT_RE.exec(raw)?.[0] ?? String.fromCodePoint(raw.codePointAt(at) ?? 0)
}

const isSpace = (spelt: string): boolean => SPACE_RE.test(spelt) || SPACE_REFERENCE_RE.test(spelt)
