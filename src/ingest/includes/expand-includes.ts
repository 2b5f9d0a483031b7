/**
 * A document with the text of the files that it includes, and where each piece of it stands. What can't be read is told once;
 * in a table a character stands for it, so that no fact is read from the rest of a cell.
 */
import type {Diagnostic, Place} from '../../model/schema.ts'
import {MISSING_TEXT} from '../../text/missing-text.ts'
import {readFrontMatter} from '../identity/front-matter.ts'
import {codeRanges} from '../markup/code-ranges.ts'
import {lineAndColumn, lineStarts} from '../newlines.ts'
import {createSource} from '../source.ts'
import {cellTest} from './cell-test.ts'
import {type IncludeMark, includeMarks} from './include-marks.ts'
import type {Piece} from './text-pieces.ts'
import {unknownMarks} from './unknown-marks.ts'

/** A file of the workspace. */
export interface IncludedFile {
  /** The same for the same file. */
  id: string
  /** What places in it are called. */
  path: string
  text: string
  /** What is odd about its bytes. */
  diagnostics: Diagnostic[]
}

/** Why a file can't be included. */
export type IncludeProblem = 'missing' | 'outside'

/** Reads a file for the document, or the included file, with this id. */
export type ReadInclude = (target: string, from: string) => IncludedFile | IncludeProblem

/** How a document includes the text of other files. */
export interface Includes {
  /** What included files are told from the document by. */
  id: string
  read: ReadInclude
}

export interface Expanded {
  text: string
  /** In order; the first starts at 0. */
  pieces: readonly Piece[]
  /** Paths of the files that were included. */
  included: readonly string[]
  /** Where marks stand that may be texts of the author. */
  doubtful: readonly Place[]
  diagnostics: Diagnostic[]
}

/** Files within files within a file. */
const DEEPEST = 8
/** Characters; a page with more is no page. */
const LONGEST = 4_000_000

/** How a document is written. In a page of HTML only cells are looked at: what includes the rest of it has built the page. */
export interface Form {
  isPage?: boolean
  /** Whether a mark at a place that may be a text is one. */
  isText?: (place: Place) => boolean
}

/** null for a document that includes nothing. */
export function expandIncludes(
  text: string,
  path: string,
  {id, read}: Includes,
  {isPage = false, isText = () => false}: Form = {},
): Expanded | null {
  const marks = marksOf(text, path, isPage)
  if (marks.length === 0) return null
  const expansion = new Expansion(read, {isPage, isText})
  expansion.add({id, path, text, diagnostics: []}, [id], {from: 0, flat: false, inCell: false, marks})
  return expansion.result()
}

/** How a file stands in what includes it. */
interface Standing {
  /** Where its text starts behind its front matter. */
  from: number
  /** Whether it stands within a line. */
  flat: boolean
  /** Whether it is a part of a cell, however deep. */
  inCell: boolean
  /** The marks in it, where they are known already. */
  marks?: readonly IncludeMark[]
}

class Expansion {
  readonly #read: ReadInclude
  readonly #parts: string[] = []
  readonly #pieces: Piece[] = []
  readonly #included = new Set<string>()
  readonly #doubtful: Place[] = []
  readonly #diagnostics: Diagnostic[] = []
  readonly #told = new Set<string>()
  readonly #form: Required<Form>
  #length = 0

  constructor(read: ReadInclude, form: Required<Form>) {
    this.#read = read
    this.#form = form
  }

  result(): Expanded {
    return {
      text: this.#parts.join(''),
      pieces: this.#pieces,
      included: [...this.#included],
      doubtful: this.#doubtful,
      diagnostics: this.#diagnostics,
    }
  }

  /** @param chain ids of the files around it, the document first */
  add(file: IncludedFile, chain: readonly string[], {from, flat, inCell: within, marks}: Standing): void {
    const {text, path} = file
    const starts = lineStarts(text)
    const {isPage, isText} = this.#form
    const isInCell = cellTest(text, isPage)
    const isCode = isPage ? () => false : codeRanges(text)
    const push = (start: number, end: number): void => {
      if (start >= end) return
      const part = text.slice(start, end)
      this.#pieces.push({start: this.#length, path, offset: start, starts})
      this.#parts.push(flat ? part.replace(/[\r\n]/g, ' ') : part)
      this.#length += part.length
    }
    const end = chain.length > 1 ? text.trimEnd().length : text.length
    let at = from
    for (const mark of marks ?? marksOf(text, path, isPage)) {
      if (mark.start < at || mark.start >= end || isCode(mark.start)) continue
      const place = {path, ...lineAndColumn(starts, mark.start)}
      if (mark.mayBeText && isText(place)) continue
      if (mark.mayBeText) this.#doubtful.push(place)
      const inCell = within || isInCell(mark.start)
      const standing = {flat: flat || !isAlone(text, mark), inCell}
      const found = mark.isUnknown
        ? this.#tell('unknown', mark.target, place)
        : this.#find(mark.target, chain, place, standing)
      if (found === null && !inCell) continue
      push(at, mark.start)
      if (found === null) {
        this.#pieces.push({start: this.#length, path, offset: mark.start, starts})
        this.#parts.push(MISSING_TEXT)
        this.#length += MISSING_TEXT.length
      } else this.add(found.file, [...chain, found.file.id], found)
      at = mark.end
    }
    push(at, end)
  }

  #find(
    target: string,
    chain: readonly string[],
    place: Place,
    {flat, inCell}: {flat: boolean; inCell: boolean},
  ): (Standing & {file: IncludedFile}) | null {
    const file = this.#read(target, chain.at(-1) ?? '')
    if (typeof file === 'string') return this.#tell(file, target, place)
    if (chain.includes(file.id)) return this.#tell('cycle', target, place)
    if (chain.length > DEEPEST || this.#length + file.text.length > LONGEST)
      return this.#tell('deep', target, place)
    const {bodyStart} = readFrontMatter(createSource(file.text, file.path))
    const body = file.text.slice(bodyStart)
    const from = bodyStart + (body.length - body.trimStart().length)
    if (flat && inCell && /[|]|^\s*```/m.test(body)) return this.#tell('blocks', target, place)
    if (!this.#included.has(file.path)) this.#diagnostics.push(...file.diagnostics)
    this.#included.add(file.path)
    return {file, from, flat, inCell}
  }

  #tell(kind: keyof typeof problems, target: string, place: Place): null {
    // A value may stand in many cells: each is told at its place.
    const key = kind === 'unknown' ? `${kind} ${target} ${place.path}:${place.line}` : `${kind} ${target}`
    if (this.#told.has(key)) return null
    this.#told.add(key)
    const [message, hint] = problems[kind]
    this.#diagnostics.push({
      place,
      severity: 'warning',
      id: 'unresolved-include',
      message: message.replace('{file}', () => target),
      hint,
    })
    return null
  }
}

/** All marks of a text in order, with those in its cells that stand for what nobody can read. */
function marksOf(text: string, path: string, isPage: boolean): IncludeMark[] {
  const isInCell = cellTest(text, isPage)
  const marks = includeMarks(text)
    .filter(({start}) => !isPage || isInCell(start))
    .toSorted(byStart)
  let at = 0
  const unknown = unknownMarks(text, isInCell, {isMdx: path.endsWith('.mdx')}).filter(({start}) => {
    while ((marks[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    return (marks[at]?.start ?? Number.POSITIVE_INFINITY) > start
  })
  return [...marks, ...unknown].toSorted(byStart)
}

const byStart = (a: IncludeMark, b: IncludeMark): number => a.start - b.start

const rest = 'what it holds is not read, and rows whose facts depend on it are refused'

const problems = {
  missing: [
    'Expected a file to include, found none: “{file}”',
    `Name the folder that holds it with --sources; ${rest}.`,
  ],
  outside: [
    'Expected a file of the workspace to include, found one outside of it: “{file}”',
    `Name a folder with --sources that holds both; ${rest}.`,
  ],
  cycle: ['Unexpected include of a file that includes this one: “{file}”', `Break the circle; ${rest}.`],
  unknown: [
    'Unexpected mark in a cell, whose text is not known: “{file}”',
    `Write the text into the cell, or, if readers are to fill it in, between backticks; ${rest}.`,
  ],
  deep: [
    `Unexpected include: “{file}” would be nested deeper than ${DEEPEST} files, or the page longer than ${LONGEST} characters`,
    `Flatten the includes; ${rest}.`,
  ],
  blocks: [
    'Expected a piece of text to include in a cell, found a file with a table or code: “{file}”',
    `Include it below the table; ${rest}.`,
  ],
} as const

/** Whether nothing else stands on the line of a mark. */
function isAlone(text: string, {start, end}: IncludeMark): boolean {
  let [before, after] = [start - 1, end]
  while (' \t>'.includes(text[before] ?? '\n')) before--
  while (' \t\r'.includes(text[after] ?? '\n')) after++
  return (text[before] ?? '\n') === '\n' && (text[after] ?? '\n') === '\n'
}
