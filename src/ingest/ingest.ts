/** One document's text → Edition: everything that could be read, with places and diagnostics; never throws on content. */
import type {Edition, EditionTable} from '../model/edition.ts'
import type {Block} from '../model/schema.ts'
import {isHtmlDocument, readHtmlDocument} from './html/html-document.ts'
import {readFrontMatter} from './identity/front-matter.ts'
import {readIdentity} from './identity/identity.ts'
import {type Placement, placeDocument} from './identity/placement.ts'
import {readTitle} from './identity/title.ts'
import {withoutFootnotes} from './markdown/footnote-marks.ts'
import {plainMarkdown} from './markdown/markdown-inline.ts'
import {readProse} from './markdown/markdown-prose.ts'
import {withoutMarkup} from './markup/without-markup.ts'
import {skim} from './prefilter/skim.ts'
import {findRegions, type Region} from './regions.ts'
import {createSource, type Source} from './source.ts'
import {Surroundings} from './surroundings.ts'
import {readTables} from './table/read-tables.ts'
import {recogniseTable} from './table/recognise.ts'

/**
 * Reads a document; `path` is its path inside the sources folder, with `/`; `placement`
 * what the paths of all documents tell of it. One without a table that could be a port table
 * is passed over quickly, unless it shall be read `whole`.
 */
export function ingest(
  document: string,
  path: string,
  {whole = false, placement = placeDocument(path)}: {whole?: boolean; placement?: Placement} = {},
): Edition {
  const written = createSource(document, path)
  const page = isHtmlDocument(path, document) ? readHtmlDocument(document) : null
  const front = page?.front ?? readFrontMatter(written)
  const {text, left} = withoutMarkup(page?.text ?? document, front.bodyStart)
  const source = text === document ? written : createSource(text, path, written.diagnostics, document)
  reportLeft(source, front.bodyStart, left)
  let found: Region[] | null = null
  const regions = (): Region[] => {
    found ??= findRegions(text, front.bodyStart, source.starts)
    return found
  }
  const skimmed = whole ? null : skim(source, front, regions, placement)
  const spans = text.includes('data-stu-id')
  if (skimmed) {
    const {heading, spansIn, unread} = skimmed
    const identity = readIdentity(source, front, {spans, spansIn}, placement)
    const title = readTitle(source, front, heading, {name: identity.name, ...identity.info})
    return {...identity, title, blocks: [], tables: [], unread, diagnostics: source.diagnostics}
  }
  const {parts, spansIn} = readAll(source, front.bodyStart, regions())
  const identity = readIdentity(source, front, {spans, spansIn}, placement)
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
      const {portTable, evidence, columns} = recogniseTable(header, rows, info.locale)
      const context = surroundings.ofTable(captions)
      tables.push({table, heading, context, header, rows, portTable, evidence, columns, place})
    } else if (part.kind === 'stray') {
      const place = source.place(part.start)
      blocks.push({kind: 'paragraph', depth: 0, source: null, markdown: part.text, table: null, place})
    } else if (part.kind === 'code') {
      const place = source.place(part.start)
      const markdown = text.slice(part.start, part.end).trim()
      blocks.push({kind: 'paragraph', depth: 0, source: null, markdown, table: null, place})
    } else {
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
  return {...identity, title, blocks, tables, unread: [], diagnostics: source.diagnostics}
}

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

function readAll(source: Source, bodyStart: number, regions: Region[]): ReturnType<typeof readTables> {
  reportUnclosed(source, regions)
  return readTables(source, bodyStart, regions)
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

const unclosed: Record<Region['kind'], [string, string]> = {
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
