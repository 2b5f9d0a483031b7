/** How the text of a cell came to be, and the mark of a cell that differs from what is usual; the style sheet has the icon. */
import {isCorrected} from '../../model/counts/counts.ts'
import {isStated} from '../../model/stated.ts'
import type {CellView} from './shown-cell.ts'

/** What is usual needs no mark: most cells of a document share it. */
type Usual = 'human' | 'machine' | 'translated' | 'english'
export type MarkKind = 'corrected' | 'memory' | 'inferred' | 'source' | 'open'

export interface Mark {
  kind: MarkKind
  label: `mark.${MarkKind}`
}

/** null where there is nothing to say. */
export function cellMark(view: CellView): Mark | null {
  const kind = textKind(view)
  return isUsual(kind) ? null : {kind, label: `mark.${kind}`}
}

const usual: ReadonlySet<string> = new Set<Usual>(['human', 'machine', 'translated', 'english'])
const isUsual = (kind: Usual | MarkKind): kind is Usual => usual.has(kind)

export function textKind(view: CellView): Usual | MarkKind {
  if (view.status === 'source') return 'source'
  if (isCorrected({status: view.status ?? undefined, original: view.original})) return 'corrected'
  if (view.findings.length > 0) return 'open'
  return view.status ?? 'english'
}

/** The translation says what its English does, letter by letter, and no other text differs: no evidence is needed. */
export const isPlain = (view: CellView): boolean =>
  isUsual(textKind(view)) &&
  view.english === view.text &&
  view.englishOrigin !== null &&
  isStated(view.englishOrigin) &&
  view.others.length === 0
