/** Documents that are parts of others: what they hold is read where it is included. */
import type {Edition} from '../model/edition.ts'
import {compareText} from '../model/order.ts'
import type {Diagnostic} from '../model/schema.ts'

/** A document without a title of its own that another one includes is no page. */
export function withoutParts(documents: readonly Edition[]): {
  editions: Edition[]
  diagnostics: Diagnostic[]
} {
  // Of several that include it, the first by path is named, in whatever order they were read.
  const including = documents.toSorted((one, other) => compareText(other.info.path, one.info.path))
  const includedBy = new Map(
    including.flatMap(({info, includes = []}) => includes.map((path) => [path, info.path] as const)),
  )
  const isPart = ({info, titles = []}: Edition): boolean =>
    includedBy.has(info.path) && titles.every(({place}) => place.path !== info.path)
  return {
    editions: documents.filter((document) => !isPart(document)),
    diagnostics: documents.filter(isPart).map(
      ({info: {path}}): Diagnostic => ({
        place: {path, line: 1, column: 1},
        severity: 'info',
        id: 'included-document',
        message: `taken for a part of the documents that include it, such as “${includedBy.get(path) ?? ''}”`,
        hint: 'give it a title if it is a page of its own',
      }),
    ),
  }
}
