/** The changes that this build can tell of, found once for all languages. */
import {type EditionChange, editionChanges} from '../../compare/editions.ts'
import {type RevisionDiff, revisionDiff} from '../../compare/revision.ts'
import {dataset} from '../dataset/dataset.ts'

interface Changes {
  /** Against the earlier dataset; null when the build was given none. */
  since: RevisionDiff | null
  /** Between the revisions of documents in the dataset itself. */
  revisions: EditionChange[]
}

let found: Changes | undefined

export function siteChanges(): Changes {
  const {kb, previous, topics} = dataset
  found ??= {
    since: previous === null ? null : revisionDiff(previous, kb),
    revisions: editionChanges({editions: kb.editions, topics, units: kb.revisedUnits}),
  }
  return found
}
