/** The mark of a cell: how its text came to be, in words; the style sheet has the icon. */
import {isStated} from '../../model/stated.ts'
import type {CellView} from './shown-cell.ts'

export interface Mark {
  kind:
    | 'human'
    | 'machine'
    | 'translated'
    | 'corrected'
    | 'memory'
    | 'inferred'
    | 'source'
    | 'open'
    | 'english'
  label: `mark.${Mark['kind']}`
  /** The words are for screen readers only: most cells of a document share this mark. */
  quiet: boolean
}

/** Marks that say what is usual need no visible words. */
const quiet = new Set<Mark['kind']>(['english', 'human', 'machine', 'translated'])

export function cellMark(view: CellView): Mark {
  const kind = markKind(view)
  return {kind, label: `mark.${kind}`, quiet: quiet.has(kind)}
}

function markKind(view: CellView): Mark['kind'] {
  if (view.status === 'source') return 'source'
  if (view.original !== null) return 'corrected'
  if (view.findings.length > 0) return 'open'
  return view.status ?? 'english'
}

/** The translation says what its English does, letter by letter, and no other text differs: no evidence is needed. */
export const isPlain = (view: CellView): boolean =>
  quiet.has(markKind(view)) &&
  view.english === view.text &&
  view.englishOrigin !== null &&
  isStated(view.englishOrigin) &&
  view.others.length === 0
