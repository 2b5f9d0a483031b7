/** Numbers of the quality page, all counted from the dataset. */

import type {Status} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Dataset} from '../dataset/dataset.ts'
import {cellTexts} from '../topic/topic-texts.ts'

const statuses = [
  'human',
  'machine',
  'translated',
  'corrected',
  'memory',
  'inferred',
  'source',
] as const satisfies Status[]

export interface LocaleQuality {
  locale: string
  cells: number
  byStatus: Record<Status, number>
  /** Cells whose text differs from the document's, and cells with a finding for which nothing safe was found. */
  corrected: number
  open: number
}

/** The statuses that have a column: a translation of which nobody tells who made it is usual in some workspaces, and unknown in others. */
export const shownStatuses = (rows: readonly LocaleQuality[]): readonly Status[] =>
  statuses.filter((status) => status !== 'translated' || rows.some(({byStatus}) => byStatus.translated > 0))

/** Cells of the topics that have a page. */
export function localeQuality({topics}: Dataset, locale: string): LocaleQuality {
  const said = topics.flatMap(cellTexts).flatMap((text) => lookUp(text.texts, locale) ?? [])
  const byStatus: Record<Status, number> = {
    human: 0,
    machine: 0,
    translated: 0,
    corrected: 0,
    memory: 0,
    inferred: 0,
    source: 0,
  }
  for (const {status} of said) byStatus[status] += 1
  return {
    locale,
    cells: said.length,
    byStatus,
    corrected: said.filter(({original}) => original !== null).length,
    open: said.filter(({original, findings}) => original === null && findings.length > 0).length,
  }
}
