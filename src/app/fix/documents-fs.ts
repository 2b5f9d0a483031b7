/** Documents as `check` and `fix` need them: read by ingest, with their text at hand, so that a cell can be written back. */
import {dirname, sep} from 'node:path'
import {type DecodedText, decode} from '../../ingest/decode.ts'
import type {Placement} from '../../ingest/identity/placement.ts'
import {ingest} from '../../ingest/ingest.ts'
import {type DocumentLink, linkToDiagnostic} from '../../ingest/links-fs.ts'
import {lineAndColumn, lineStarts} from '../../ingest/newlines.ts'
import {isRead, placed, readSource, withPlacements} from '../../ingest/sources-fs.ts'
import type {Edition, EditionCell} from '../../model/edition.ts'
import type {Diagnostic, Place, Unit} from '../../model/schema.ts'
import {leftOut} from '../left-out.ts'

export interface DocumentFile {
  /** What the user calls it. */
  path: string
  /** Absolute. */
  file: string
  /** What the paths of all documents of the run tell of it. */
  placement?: Placement
  /** Folder that the files it includes must stand in. */
  root?: string
  /** What is to be said where it is a link in a folder. */
  link?: DocumentLink
  /** A folder that may not be read. */
  isClosed?: true
}

export interface ReadDocument extends DocumentFile {
  decoded: DecodedText
  edition: Edition
}

/** Reads a document. @throws Error of the system when it can't be read */
export function readDocument(document: DocumentFile): ReadDocument {
  const {path, file} = document
  const decoded = decode(readSource({file}), path)
  const edition = ingest(decoded.text, path, placed(document))
  const diagnostics = [...decoded.diagnostics, ...edition.diagnostics]
  return {...document, decoded, edition: {...edition, diagnostics}}
}

/** Reads many; what can't be read gives a diagnostic, and the others go on. */
export function readDocuments(files: readonly DocumentFile[]): {
  documents: ReadDocument[]
  diagnostics: Diagnostic[]
} {
  const diagnostics: Diagnostic[] = []
  const documents = withPlacements(files).flatMap((file) => {
    if (file.link !== undefined) diagnostics.push(linkToDiagnostic(file.path, file.link))
    try {
      if (!isRead(file)) return []
      return [readDocument({root: rootOf(file), ...file})]
    } catch (error) {
      diagnostics.push(leftOut(file.path, error, file.isClosed ? 'folder' : 'document'))
      return []
    }
  })
  return {documents, diagnostics}
}

/** The folder in which one works, where the document is in it: paths of the command line start there. */
const rootOf = ({file}: DocumentFile): string =>
  file.startsWith(process.cwd() + sep) ? process.cwd() : dirname(file)

/** The cell of a document that a unit stands for. */
export function cellOfUnit({tables}: Edition, unit: Unit): EditionCell | null {
  const table = tables.find((each) => each.table === unit.table)
  const row = unit.row === 0 ? table?.header : table?.rows.find((each) => each.row === unit.row)
  return row?.cells[unit.column - 1] ?? null
}

/** The texts of all cells by table, row and column. */
export const cellTexts = ({tables}: Edition): Map<string, string> =>
  new Map(
    tables.flatMap(({table, header, rows}) =>
      [...(header === null ? [] : [header]), ...rows].flatMap(({row, cells}) =>
        cells.map(({target}, index) => [`${table} ${row} ${index + 1}`, target] as const),
      ),
    ),
  )

/** Places of offsets in a document. */
export function placesIn({path, decoded}: ReadDocument): (offset: number) => Place {
  const starts = lineStarts(decoded.text)
  return (offset) => ({path, ...lineAndColumn(starts, offset)})
}
