/** The earlier dataset that a site tells the changes since. */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readDataset} from '../../disk/read-dataset-fs.ts'
import type {Topic} from '../../model/schema.ts'
import {PREVIOUS} from '../../site/dataset/data-fs.ts'

export interface PreviousOption {
  previous?: string
}

/**
 * The topics of that dataset; undefined when none is named. To be read before the new data is written: it may well be
 * the file that is replaced.
 *
 * @throws {UsageError} when there is no such file, or it is no dataset
 */
export const readPrevious = ({previous}: PreviousOption): Topic[] | undefined =>
  previous === undefined ? undefined : readDataset(previous).topics

/** Puts them where the pages look for them. */
export function offerPrevious(topics: Topic[] | undefined, folder: string): void {
  if (topics !== undefined) writeFileSync(join(folder, PREVIOUS), JSON.stringify(topics))
}
