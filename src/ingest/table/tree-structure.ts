/** Builds the text of a cell with its structure from the elements that a parser finds in it, whatever the form of the document. */
import {
  BREAK,
  GONE,
  hasStructure,
  LEVEL,
  RAISED,
  UNCLEAR,
  withoutStructure,
} from '../../text/cell-structure.ts'
import type {MarkedText} from '../marked-text.ts'

/** Elements whose borders part what stands inside from what stands beside them. */
const blockNames: ReadonlySet<string> = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'br', 'caption', 'center', 'dd', 'details', 'dialog'],
  ...['dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3'],
  ...['h4', 'h5', 'h6', 'header', 'hr', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'option'],
  ...['p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
])
const deletedNames: ReadonlySet<string> = new Set(['s', 'del', 'strike'])
const raisedNames: ReadonlySet<string> = new Set(['sup', 'rt'])
/** Shows no text of its own, and parts nothing. */
const silentNames: ReadonlySet<string> = new Set(['wbr', 'img', 'ins'])

/** The structure of a text without elements; null where it has none. */
export const structureOfText = (text: string): string | null =>
  hasStructure(text) ? withoutStructure(text) : null

/** The same of one whose line ends are breaks, as they are not in HTML. */
export const structureOfLines = (text: string): string | null =>
  text.includes('\n') ? withoutStructure(text).replaceAll('\n', BREAK) : structureOfText(text)

const digitStartRE = /^\p{N}/u
const wordEndRE = /\p{L}$/u
/** What points to a note behind a word: `any1`, `anya`, `any*`. */
const smallMarkRE = /^[[(]?(?:\p{N}|\p{L}|[*†‡§¶※#]{1,3})[\])]?$/u
const digitEndRE = /\p{N}$/u

/** Takes the elements and texts of one cell in reading order. */
export class StructureBuilder {
  #text = ''
  #deleted = 0
  /** Whether a border of elements stands between the last text and the next. */
  #border = false
  /** Elements in which line ends are shown. */
  #preformatted = 0
  /** Whether a link to a note is open that is raised by itself: one inside of raised text ends with that. */
  #isNoteRaised = false
  /** Where a link to a note starts right behind a word; null where none is open. */
  #wordEnd: number | null = null
  readonly #mark: string

  constructor({mark}: Pick<MarkedText, 'mark'>) {
    this.#mark = mark
  }

  /** Text as the parser gives it, with the marks of spans. */
  add(value: string): void {
    for (const [index, part] of value.split(this.#mark).entries()) {
      // A span's mark: what it starts or ends is counted also where its text is left out.
      if (index % 2 === 1) this.#text += `${this.#mark}${part}${this.#mark}`
      else if (this.#deleted === 0 && part !== '')
        this.#push(this.#preformatted > 0 ? (structureOfLines(part) ?? part) : withoutStructure(part))
    }
  }

  open(name: string, {note = false} = {}): void {
    if (name === 'pre') this.#preformatted++
    if (blockNames.has(name)) this.#text += BREAK
    else if (deletedNames.has(name)) {
      this.#deleted++
      this.#text += GONE
    } else if (raisedNames.has(name)) this.#text += RAISED
    else if (note && wordEndRE.test(this.#text)) this.#wordEnd = this.#text.length
    else if (note && digitEndRE.test(this.#text)) {
      this.#isNoteRaised = true
      this.#text += RAISED
    } else if (name === 'sub') this.#text += UNCLEAR
    else if (!silentNames.has(name)) this.#border = true
  }

  close(name: string, {note = false} = {}): void {
    if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1)
    if (blockNames.has(name)) this.#text += BREAK
    else if (deletedNames.has(name)) this.#deleted = Math.max(0, this.#deleted - 1)
    else if (raisedNames.has(name)) this.#text += LEVEL
    else if (note && this.#wordEnd !== null) {
      const mark = this.#text.slice(this.#wordEnd)
      if (smallMarkRE.test(mark)) this.#text = `${this.#text.slice(0, this.#wordEnd)}${RAISED}${mark}${LEVEL}`
      this.#wordEnd = null
    } else if (note && this.#isNoteRaised) {
      this.#isNoteRaised = false
      this.#text += LEVEL
    } else if (name === 'sub') this.#text += UNCLEAR
    else if (!silentNames.has(name)) this.#border = true
  }

  /** An image says its other text. */
  image(alternative: string): void {
    if (alternative !== '') this.add(` ${alternative} `)
  }

  /** null for a cell that its plain text tells as well. */
  get result(): string | null {
    return hasStructure(this.#text) ? this.#text : null
  }

  #push(part: string): void {
    // `<b>80</b><b>443</b>` is shown as 80443 and meant as two ports: not told apart.
    if (this.#border && digitEndRE.test(this.#text) && digitStartRE.test(part) && !this.#endsInMark())
      this.#text += UNCLEAR
    this.#border = false
    this.#text += part
  }

  #endsInMark(): boolean {
    return this.#text.endsWith(this.#mark)
  }
}
