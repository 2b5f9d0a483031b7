/** Numbers of the quality page, all counted from the dataset. */

import {cellsOf, isCorrected, isOpen, proseOf} from '../../model/counts/counts.ts'
import type {EditionInfo, Status} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Dataset} from '../dataset/dataset.ts'

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
  texts: number
  /** Each text once: `corrected` where it is one by the model's definition, else as it came to be. */
  byOrigin: Record<Status, number>
  open: number
}

/** The origins that have a column: a translation of which nobody tells who made it is usual in some workspaces, and unknown in others. */
export const shownOrigins = (rows: readonly LocaleQuality[]): readonly Status[] =>
  statuses.filter((status) => status !== 'translated' || rows.some(({byOrigin}) => byOrigin.translated > 0))

type Texts = Pick<Dataset, 'topics' | 'editions'>

/** Texts of the topics that have a page. */
export function localeQuality({topics, editions}: Texts, locale: string): LocaleQuality {
  const cells = topics.flatMap(cellsOf).flatMap(({texts}) => lookUp(texts, locale) ?? [])
  const blocks = topics
    .flatMap(proseOf)
    .flatMap(([own, prose]) => (own === locale ? prose : []))
    .map((block) => ({...block, status: block.status ?? originOf(editions.get(block.place.path))}))
  const quality: LocaleQuality = {
    locale,
    texts: 0,
    byOrigin: {human: 0, machine: 0, translated: 0, corrected: 0, memory: 0, inferred: 0, source: 0},
    open: 0,
  }
  for (const text of [...cells, ...blocks]) {
    quality.texts += 1
    quality.byOrigin[isCorrected(text) ? 'corrected' : text.status] += 1
    if (isOpen(text)) quality.open += 1
  }
  return quality
}

/** A block in which nothing was found is as its document has it. */
const originOf = (edition: Pick<EditionInfo, 'translationType'> | undefined): Status =>
  edition === undefined || edition.translationType === 'unknown' ? 'translated' : edition.translationType
