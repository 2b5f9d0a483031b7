/** One document's text → Edition: everything that could be read, with places and diagnostics; never throws on content. */
import {vocabulariesNamedIn, withVocabularies} from '../facts/vocabulary/vocabularies.ts'
import type {DiagnosticId} from '../model/diagnostic-ids.ts'
import type {Edition, EditionTable} from '../model/edition.ts'
import type {Block, Diagnostic} from '../model/schema.ts'
import {isHtmlDocument, readHtmlDocument} from './html/html-document.ts'
import {type FrontMatter, readFrontMatter} from './identity/front-matter.ts'
import {type Identity, readIdentity} from './identity/identity.ts'
import {type Placement, placeDocument} from './identity/placement.ts'
import {readTitle, statedTitles} from './identity/title.ts'
import {type Expanded, expandIncludes, type Includes} from './includes/expand-includes.ts'
import type {Piece} from './includes/text-pieces.ts'
import {outsidePortTables, withOwnPlaces} from './includes/with-own-places.ts'
import {withoutFootnotes} from './markdown/footnote-marks.ts'
import {plainMarkdown} from './markdown/markdown-inline.ts'
import {firstHeading, readProse} from './markdown/markdown-prose.ts'
import {withoutMarkup} from './markup/without-markup.ts'
import {isAboutPorts} from './prefilter.ts'
import {findRegions, type Region} from './regions.ts'
import {createSource, type Source} from './source.ts'
import {Surroundings} from './surroundings.ts'
import {settleLayout} from './table/layout/settle-layout.ts'
import {namesPorts} from './table/port-like-words.ts'
import type {ReadTable} from './table/read-table.ts'
import {type Part, readTables} from './table/read-tables.ts'
import {type Recognition, recogniseTable} from './table/recognise.ts'
import {reportUnreadLists} from './unread/unread-lists.ts'
import {reportUnread} from './unread/unread-tables.ts'

/**
 * Reads a document; `path` is its path inside the sources folder, with `/`; `placement`
 * what the paths of all documents tell of it; `includes` reads what it takes from other files. Of one that is not about ports only its title and the places of its rows are
 * kept, unless it shall be read `whole`.
 */
export function ingest(document: string, path: string, options: Options = {}): Edition {
  const {placement = placeDocument(path), includes = noIncludes, whole = false} = options
  const isPage = isHtmlDocument(path, document)
  const expanded = expandIncludes(document, path, includes, {isPage})
  const vocabularies = vocabulariesNamedIn(expanded?.text ?? document)
  const read = (from: Expanded | null): Edition => {
    const edition = withVocabularies(vocabularies, () =>
      readDocument(from?.text ?? document, path, {whole, placement, isPage}, from?.pieces ?? null),
    )
    return from === null ? edition : withOwnPlaces(edition, from)
  }
  const edition = read(expanded)
  const isText = outsidePortTables(edition.tables)
  if (!expanded?.doubtful.some(isText)) return withDiagnostics(edition, expanded, vocabularies)
  const again = expandIncludes(document, path, includes, {isPage, isText})
  // What was a mark may be a port, and its table one of ports.
  return withDiagnostics(read(again), again, vocabularies)
}

const withDiagnostics = (edition: Edition, expanded: Expanded | null, vocabularies: number[]): Edition => ({
  ...edition,
  diagnostics: [...(expanded?.diagnostics ?? []), ...edition.diagnostics],
  vocabularies,
})

interface Options {
  whole?: boolean
  placement?: Placement
  includes?: Includes
}

/** Where nothing but the text is at hand, nothing can be included. */
const noIncludes: Includes = {id: '', read: () => 'missing'}

interface ReadOptions {
  whole: boolean
  placement: Placement
  isPage: boolean
}

function readDocument(
  document: string,
  path: string,
  {whole, placement, isPage}: ReadOptions,
  pieces: readonly Piece[] | null,
): Edition {
  const written = createSource(document, path, [], document, pieces)
  const page = isPage ? readHtmlDocument(document) : null
  const front = page?.front ?? readFrontMatter(written)
  const {text, left} = withoutMarkup(page?.text ?? document, front.bodyStart)
  const source = text === document ? written : createSource(text, path, written.diagnostics, document, pieces)
  reportLeft(source, front.bodyStart, left)
  const regions = findRegions(text, front.bodyStart, source.starts)
  reportUnclosed(source, regions)
  reportUnreadLists(source, front.bodyStart, regions)
  if (whole || regions.some(({closed}) => !closed))
    return readWhole(source, front, readOutline(source, front, placement, regions, null))
  const before = source.diagnostics.length
  const outline = readOutline(source, front, placement, regions, () => localeOf(source, front, placement))
  const heading = firstHeading(source, outline.parts)
  if (!isKept(front, heading, outline)) {
    source.diagnostics.splice(before, outline.said)
    return readUnread(source, front, heading, outline)
  }
  if (outline.parts.every(({kind}) => kind !== 'counted')) return readWhole(source, front, outline)
  source.diagnostics.splice(before)
  return readWhole(source, front, readOutline(source, front, placement, regions, null))
}

/** What there is of a document before its prose is read. */
interface Outline {
  parts: Part[]
  tables: Map<ReadTable, Recognition>
  identity: Identity
  /** How many diagnostics its tables gave, and whether one is an error. */
  said: number
  broken: boolean
}

function readOutline(
  source: Source,
  front: FrontMatter,
  placement: Placement,
  regions: readonly Region[],
  filter: (() => string) | null,
): Outline {
  const before = source.diagnostics.length
  const {parts: found, spansIn} = readTables(source, front.bodyStart, regions, filter)
  const told = source.diagnostics.slice(before)
  const broken = told.some(({severity}) => severity === 'error')
  const identity = readIdentity(
    source,
    front,
    {spans: source.text.includes('data-stu-id'), spansIn},
    placement,
  )
  const tables = new Map<ReadTable, Recognition>()
  const parts = found.map((part): Part => {
    if (part.kind !== 'table') return part
    const {table, recognition} = settleLayout(part.table, identity.info.locale)
    tables.set(table, recognition)
    return {kind: 'table', table}
  })
  return {parts, tables, identity, said: told.length, broken}
}

/** The document's locale; what is odd about it is reported when its identity is read. */
const localeOf = ({text, path}: Source, front: FrontMatter, placement: Placement): string =>
  readIdentity(createSource(text, path), front, {spans: false, spansIn: null}, placement).info.locale

/** Whether a document is about ports, by its title or a table, or broken so that its reader should hear of it. */
function isKept(
  front: FrontMatter,
  heading: Block | null,
  {tables, identity: {info}, broken}: Outline,
): boolean {
  const stated = front.values.get('title')?.value ?? ''
  const titles = new Set([stated, ...[heading?.source ?? '', heading?.markdown ?? ''].map(plainMarkdown)])
  return (
    namesPorts([...titles].join('\n')) ||
    [...tables].some(([{rows}, recognition]) => isAboutPorts(recognition, rows, info.locale)) ||
    broken
  )
}

function readUnread(source: Source, front: FrontMatter, heading: Block | null, outline: Outline): Edition {
  const {identity} = outline
  const title = readTitle(source, front, heading === null ? [] : [heading], {
    name: identity.name,
    ...identity.info,
  })
  const rows = outline.parts.flatMap((part) =>
    part.kind === 'counted'
      ? [part.rows.map((at) => source.place(at))]
      : part.kind === 'table'
        ? [part.table.rows.map(({place}) => place)]
        : [],
  )
  const unread = rows.map((rows, index) => ({table: index + 1, rows}))
  return {
    ...identity,
    title,
    // Whether a file that another one includes has a title tells whether it is a page, also where nothing else of it is read.
    titles: statedTitles(source, front, heading === null ? [] : [heading]),
    blocks: [],
    tables: [],
    unread,
    diagnostics: withoutNeed(source.diagnostics),
  }
}

function readWhole(
  source: Source,
  front: FrontMatter,
  {parts, tables: recognised, identity}: Outline,
): Edition {
  const {text} = source
  const {info, name} = identity
  const blocks: Block[] = []
  const tables: EditionTable[] = []
  let heading: EditionTable['heading'] = null
  const surroundings = new Surroundings(source)
  for (const part of parts) {
    if (part.kind === 'table') {
      const {start, header, rows, captions} = part.table
      const place = source.place(start)
      const table = tables.length + 1
      for (const markdown of captions) {
        if (markdown !== '')
          blocks.push({kind: 'paragraph', depth: 0, source: null, markdown, table: null, place})
      }
      blocks.push({kind: 'table', depth: 0, source: null, markdown: '', table, place})
      const {unclear, isUnread, ...recognition} =
        recognised.get(part.table) ?? recogniseTable(header, rows, info.locale)
      if (isUnread) reportUnread(source, start)
      const context = surroundings.ofTable(captions, start)
      const said = unclear === null ? {} : {unclear}
      tables.push({table, heading, context, header, rows, ...recognition, ...said, place})
    } else if (part.kind === 'stray') {
      const place = source.place(part.start)
      blocks.push({kind: 'paragraph', depth: 0, source: null, markdown: part.text, table: null, place})
    } else if (part.kind === 'code') {
      const place = source.place(part.start)
      const markdown = text.slice(part.start, part.end).trim()
      blocks.push({kind: 'paragraph', depth: 0, source: null, markdown, table: null, place})
    } else if (part.kind === 'prose') {
      const prose = readProse(source, part.start, part.end)
      surroundings.addProse(prose)
      blocks.push(...prose.map(withoutFootnotes))
      const last = prose.findLast(({kind}) => kind === 'heading')
      if (last) {
        const english = last.source === null ? null : plainMarkdown(last.source)
        heading = {source: english, target: plainMarkdown(last.markdown)}
      }
    }
  }
  const title = readTitle(source, front, blocks, {name, ...info})
  const isAboutPorts = tables.some(({portTable}) => portTable)
  const diagnostics = isAboutPorts ? source.diagnostics : withoutNeed(source.diagnostics)
  const titles = statedTitles(source, front, blocks)
  return {...identity, title, titles, blocks, tables, unread: [], diagnostics}
}

/** A document without a table of ports need not tell its language: nothing of it is published. */
const withoutNeed = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.map((each) => (each.id === 'no-locale' ? {...each, severity: 'info'} : each))

/** Says once what markup of a documentation system was left out. */
function reportLeft(source: Source, offset: number, left: ReadonlyMap<string, number>): void {
  if (left.size === 0) return
  const kinds = [...left].map(([name, count]) => `${name} (${count})`)
  source.report(
    offset,
    'info',
    'left-out-markup',
    `Markup of a documentation system is no text and was left out: ${kinds.join(', ')}`,
    'Look at the page if a part of its text is missing: what markup draws from elsewhere is not read.',
  )
}

function reportUnclosed(source: Source, regions: readonly Region[]): void {
  for (const {kind, start, closed} of regions) {
    if (closed) continue
    const [id, what] = unclosed[kind]
    source.report(
      start,
      'error',
      id,
      what,
      'Restore the missing part of the document; what stands here was read.',
    )
  }
}

const unclosed: Record<Region['kind'], [id: DiagnosticId, what: string]> = {
  html: [
    'unclosed-table',
    'Expected </table>, found other text or the end of the document; the rows before it were read',
  ],
  rows: [
    'row-outside-table',
    'Unexpected table row or cell outside a table; its rows were read as a table of their own',
  ],
  pipe: ['unclosed-table', 'Expected more lines of a table'],
  code: ['unclosed-code', 'Expected a closing code fence, found the end of the document; all of it is code'],
  comment: ['unclosed-comment', 'Expected "-->", found the end of the document; all of it is a comment'],
}
