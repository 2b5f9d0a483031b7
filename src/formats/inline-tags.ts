/**
 * The text of a segment with inline codes, the same for TMX 1.4b, XLIFF 1.2 and XLIFF 2.1.
 *
 * What surrounds text (`g`, `pc`, `mrk`, `hi`, …) is transparent: its content is kept. What stands for something
 * (`ph`, `x`, `bx`, `sc`, …) becomes the text that it stands for: its content, its equivalent or display text, its
 * original data, or else its own markup such as `<ph id="1"/>`. So codes that differ show up as a different text.
 */
import {MAX_TEXT} from './interchange-unit.ts'
import type {XmlElement} from './xml-reader.ts'

/** Markers that stand for no text of their own. */
const SILENT = new Set(['em', 'sm'])
/** Elements that stand for something even when they have no content. */
const PLACEHOLDERS = new Set(['bpt', 'bx', 'ec', 'ept', 'ex', 'it', 'ph', 'sc', 'ut', 'x'])
const EQUIVALENTS = ['equiv', 'equiv-text', 'disp'] as const

export interface InlineText {
  open(element: XmlElement): void
  text(piece: string): void
  close(): void
  /** What was gathered; at most a little over `MAX_TEXT` is kept. */
  value(): string
}

/** The character that `cp` stands for; `hex` is what the attribute holds. */
function codePoint(hex: string | undefined): string {
  const code = Number.parseInt(hex ?? '', 16)
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}

function standsFor({name, attributes}: XmlElement, data: ReadonlyMap<string, string>): string {
  for (const key of EQUIVALENTS) {
    const text = attributes[key]
    if (text !== undefined && text !== '') return text
  }
  const {id, dataRef} = attributes
  const original = dataRef === undefined ? undefined : data.get(dataRef)
  return original ?? `<${name}${id === undefined ? '' : ` id="${id}"`}/>`
}

/** Gathers the text of one segment; `data` is the original data of the unit by id. */
export function inlineText(data: ReadonlyMap<string, string>): InlineText {
  const pieces: string[] = []
  let length = 0
  /** Open inline elements, and how much text there was when they opened. */
  const open: {element: XmlElement; at: number}[] = []
  const add = (piece: string) => {
    if (length > MAX_TEXT || piece === '') return
    pieces.push(piece)
    length += piece.length
  }
  return {
    open(element) {
      const {hex} = element.attributes
      if (element.name === 'cp') add(codePoint(hex))
      open.push({element, at: length})
    },
    text: add,
    close() {
      const last = open.pop()
      if (last === undefined || last.at !== length || SILENT.has(last.element.name)) return
      if (PLACEHOLDERS.has(last.element.name)) add(standsFor(last.element, data))
    },
    value: () => pieces.join(''),
  }
}
