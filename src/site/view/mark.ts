/** The mark of a cell: how its text came to be, as an icon and words. */
import type {IconName} from '../icons.ts'
import type {CellView} from './cell.ts'

export interface Mark {
  kind: 'human' | 'machine' | 'corrected' | 'memory' | 'inferred' | 'source' | 'open' | 'english'
  icon: IconName
  label: `mark.${Mark['kind']}`
  /** The words are for screen readers only: most cells of a document share this mark. */
  quiet: boolean
}

const icons: Record<Mark['kind'], IconName> = {
  corrected: 'pencil',
  english: 'languages',
  human: 'user',
  inferred: 'history',
  machine: 'bot',
  memory: 'history',
  open: 'flag',
  source: 'quote',
}

/** Marks that say what is usual need no visible words. */
const quiet = new Set<Mark['kind']>(['english', 'human', 'machine'])

export function cellMark(view: CellView): Mark {
  const kind = markKind(view)
  return {kind, icon: icons[kind], label: `mark.${kind}`, quiet: quiet.has(kind)}
}

function markKind(view: CellView): Mark['kind'] {
  if (view.status === 'source') return 'source'
  if (view.original !== null) return 'corrected'
  if (view.findings.length > 0) return 'open'
  return view.status ?? 'english'
}
