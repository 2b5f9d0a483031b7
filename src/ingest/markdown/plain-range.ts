/** A range of a document as plain text, with the source range of each character of it. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'

export interface PlainRange {
  /** Entities and backslash escapes resolved, white space folded. */
  plain: string
  /** Source range of each UTF-16 unit of `plain`. */
  offsets: [number, number][]
}

const entityRE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{0,31}));/iy
const spaceRE = /\s|\u200b/u

/** Characters that a backslash makes plain in Markdown. */
const escapedRE = /[!-/:-@[-`{-~]/

/** Reads the text between two offsets as a cell's text is read; `escapes` resolves Markdown's backslashes too. */
export function plainRange(text: string, start: number, end: number, escapes: boolean): PlainRange {
  let plain = ''
  const offsets: [number, number][] = []
  const push = (characters: string, from: number, to: number): void => {
    for (const character of characters) {
      const blank = spaceRE.test(character)
      const last = offsets.at(-1)
      if (blank && plain.endsWith(' ') && last) {
        last[1] = to
        continue
      }
      const added = blank ? ' ' : character
      plain += added
      for (let unit = 0; unit < added.length; unit++) offsets.push([from, to])
    }
  }
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at)
    entityRE.lastIndex = at
    const entity = code === 38 ? entityRE.exec(text) : null
    const value = entity && entity.index + entity[0].length <= end ? entityText(entity) : null
    if (entity && value !== null) {
      push(value, at, at + entity[0].length)
      at += entity[0].length
    } else if (escapes && code === 92 && at + 1 < end && escapedRE.test(text.charAt(at + 1))) {
      push(text.charAt(at + 1), at, at + 2)
      at += 2
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
      push(character, at, at + character.length)
      at += character.length
    }
  }
  return {plain, offsets}
}

function entityText([, decimal, hex, name]: RegExpExecArray): string | null {
  if (name !== undefined) return decodeNamedCharacterReference(name) || null
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null
}
