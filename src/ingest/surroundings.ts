/** Follows a document from top to bottom and knows what stands above each table: headings, and the paragraph right before it. */
import {firstMarkAt, isHeadingOfNotes, plainMarkOf} from '../facts/remarks/note-marks.ts'
import {scopeOf} from '../facts/remarks/told-scope.ts'
import type {TableContext} from '../model/edition.ts'
import type {Block} from '../model/schema.ts'
import {plainMarkdown} from './markdown/markdown-inline.ts'
import {MarkedTables} from './marked-tables.ts'
import type {Source} from './source.ts'

/** Headings deeper than this are none in Markdown or HTML. */
const DEEPEST = 6

/** Paragraphs below a table, up to the next heading, that may be notes to it. */
const MAX_NOTES = 20
/** Marks of notes that are looked for in a document. */
const MAX_MARKS = 200
/** Paragraphs and list items before the last one above a table that may speak of it. */
const MAX_BEFORE = 8
/** A footnote of Markdown, which may stand anywhere. */
const footnoteRE = /^\[\^([^\]\s]{1,40})\]:/u

/** The number of a list item, before its text. */
const numberRE = /(?:^|[\s>])([0-9]{1,3})[.)][ \t]+$/u

/** A table that what comes next may speak of. */
interface Open {
  context: TableContext[]
  notes: number
  /** How deep the heading is that it stands under. */
  depth: number
  /** Where the part of its section begins in `context` that is being read; null before the first such part. */
  part: number | null
}

/** What the notes with a mark explain: that of the tables of the document from one on up to another. */
interface Explained {
  /** Where the mark stands first in the document. */
  first: number
  from: number
  to: number
  notes: number
}

export class Surroundings {
  readonly #source: Pick<Source, 'text' | 'offsetOf'>
  /** The number of the list item right before. */
  #number: number | null = null
  /** The heading of each depth under which one is, the title at 1. */
  readonly #headings: (TableContext | null)[] = Array.from({length: DEEPEST + 1}, () => null)
  /** Paragraphs and list items since the last heading or table. */
  #leads: Block[] = []
  /** What is said of each table of the document, and of those since the last heading. */
  readonly #told: TableContext[][] = []
  readonly #starts: number[] = []
  readonly #marks: MarkedTables
  #open: Open[] = []
  /** Whether the heading right above says that notes follow. */
  #isOfNotes = false
  readonly #explained = new Map<string, Explained>()
  /** What is said of all ports of the document, or of a section, whose heading is this deep. */
  #wide: {told: TableContext; depth: number}[] = []

  constructor(source: Pick<Source, 'text' | 'offsetOf'>) {
    this.#source = source
    this.#marks = new MarkedTables(source.text)
  }

  addProse(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'heading') this.#number = null
      if (block.kind !== 'heading') {
        this.#leads.push(block)
        this.#addNote(block)
        this.#addWide(block)
        continue
      }
      this.#leads = []
      this.#wide = this.#wide.filter(({depth}) => depth < block.depth)
      this.#isOfNotes = isHeadingOfNotes(textOf('heading', block).target)
      // A deeper heading begins a part of the same section, such as one on restrictions.
      this.#open = this.#open
        .filter(({depth}) => depth < block.depth)
        .map((open) => ({...open, part: open.context.length}))
      this.#headings.fill(null, Math.min(block.depth, DEEPEST))
      this.#headings[Math.min(block.depth, DEEPEST)] = textOf('heading', block)
    }
  }

  /** What speaks of all ports of a document is told of each of its tables, those above it, too. */
  #addWide(block: Block): void {
    const {source, target} = textOf('below', block)
    const found = scopeOf(target) ?? (source === null ? null : scopeOf(source))
    if (found === null) return
    const told: TableContext = {
      role: 'below',
      source: source === null ? null : (scopeOf(source)?.sentences ?? source),
      target: scopeOf(target)?.sentences ?? target,
    }
    const isWhole = found.scope === 'document'
    const depth = this.#headings.findLastIndex((heading) => heading !== null)
    if (this.#wide.length < MAX_NOTES) this.#wide.push({told, depth: isWhole ? 0 : Math.max(depth, 1)})
    if (isWhole) for (const context of this.#told) addOnce(context, told)
  }

  #addNote(block: Block): void {
    if (this.#told.length === 0) return
    const [, label] = footnoteRE.exec(block.markdown) ?? []
    const note = {
      ...this.#numbered(textOf('note', block), block),
      ...(label === undefined ? {} : {target: block.markdown}),
    }
    if (label !== undefined) {
      for (const table of this.#marks.tablesOf(label, this.#starts)) this.#told[table]?.push(note)
      return
    }
    if (this.#addMarked(note, block)) return
    for (const open of this.#open) {
      open.notes++
      open.context.push(open.part === null ? note : {...note, role: 'below'})
    }
    this.#open = this.#open.filter(({notes}) => notes < MAX_NOTES)
  }

  /** A note whose mark stands above it limits what has the mark, of the tables above that no nearer note explains it to. */
  #addMarked(note: TableContext, block: Block): boolean {
    const at = this.#source.offsetOf(block.place)
    const before = this.#source.text.slice(this.#source.text.lastIndexOf('\n', at - 1) + 1, at)
    const amongNotes = this.#isOfNotes || /<sup[^>]*>[^<]*$/iu.test(before)
    const mark = plainMarkOf(note.source ?? note.target, amongNotes)
    if (mark === null) return false
    const known = this.#explained.get(mark)
    const first =
      known?.first ?? (this.#explained.size < MAX_MARKS ? firstMarkAt(this.#source.text, mark) : -1)
    if (first < 0 || first >= at - before.length) return false
    const isNext = known?.to === this.#told.length
    const explained = {
      first,
      from: isNext ? known.from : (known?.to ?? 0),
      to: this.#told.length,
      notes: isNext ? known.notes + 1 : 1,
    }
    this.#explained.set(mark, explained)
    // Right below the only table, what no row points to is about all of it.
    const isBelowOnly = this.#told.length === 1 && this.#open[0]?.part === null
    if (isBelowOnly || explained.notes > MAX_NOTES) return false
    for (const context of this.#told.slice(explained.from)) context.push({...note, role: 'marked'})
    return true
  }

  /** `1. Only for guests`: the number of a list item is the mark by which rows point to it. */
  #numbered(note: TableContext, {kind, place}: Block): TableContext {
    if (kind !== 'listItem') {
      this.#number = null
      return note
    }
    const at = this.#source.offsetOf(place)
    const before = this.#source.text.slice(this.#source.text.lastIndexOf('\n', at - 1) + 1, at)
    const [, own] = numberRE.exec(before) ?? []
    // Markdown counts on from the first number of a list, whatever the others are.
    const number = own === undefined ? null : this.#number === null ? Number(own) : this.#number + 1
    this.#number = number
    if (number === null) return note
    const mark = (text: string): string => (text === '' ? text : `${number}. ${text}`)
    return {...note, source: note.source === null ? null : mark(note.source), target: mark(note.target)}
  }

  /** What is said of a table that stands here, at this offset; what comes after it stands below no paragraph. */
  ofTable(captions: readonly string[], start: number): TableContext[] {
    const own = captions.map((target): TableContext => ({role: 'caption', source: null, target}))
    const above = this.#headings.toReversed().filter((heading) => heading !== null)
    const last = this.#leads.at(-1)
    const lead = last === undefined ? [] : [textOf('lead', last)]
    const before = this.#leads.slice(-MAX_BEFORE - 1, -1).map((block) => textOf('before', block))
    const context = [...own, ...lead, ...above, ...before.toReversed()]
    for (const {told} of this.#wide) addOnce(context, told)
    this.#leads = []
    this.#told.push(context)
    this.#starts.push(start)
    // A part with a table of its own speaks of that one.
    for (const {context: other, part} of this.#open) if (part !== null) other.length = part
    this.#open = this.#open.filter(({part}) => part === null)
    const depth = this.#headings.findLastIndex((heading) => heading !== null)
    this.#open.push({context, notes: 0, depth: Math.max(depth, 1), part: null})
    return context
  }
}

/** A paragraph right beside a table is told of it already. */
function addOnce(context: TableContext[], told: TableContext): void {
  if (!context.some(({target}) => target.includes(told.target))) context.push(told)
}

const textOf = (role: TableContext['role'], {source, markdown}: Block): TableContext => {
  const plain = (text: string): string => plainMarkdown(role === 'heading' ? withMarks(text) : text)
  return {role, source: source === null ? null : plain(source), target: plain(markdown)}
}

/** A raised mark of a note in brackets, which tell it from the word before it: `Ports<sup>1</sup>`. */
const withMarks = (markdown: string): string =>
  markdown.replaceAll(/<sup[^>]{0,80}>\s?([0-9]{1,2}|[a-z])\s?<\/sup>/giu, ' ($1)')
