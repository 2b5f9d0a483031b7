/** What the thread of the site does. */
import {buildSite, type SiteInput} from './build-site.ts'

export interface SiteTask {
  input: SiteInput
  /** One number, shared with the main thread: 1 as soon as the dataset is there, and 0 before. */
  dataset: Int32Array<SharedArrayBuffer>
}

/** Errors lose their `code` on the way from thread to thread, so they go as data. */
export type SiteOutcome =
  | {pages: number}
  | {error: {message: string; stack: string | undefined; code: string | undefined}}

const isThere = async (dataset: SiteTask['dataset']): Promise<void> => {
  await Atomics.waitAsync(dataset, 0, 0).value
}

export default async ({input, dataset}: SiteTask): Promise<SiteOutcome> => {
  try {
    return await buildSite(input, isThere(dataset))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const {message, stack} = error
    const code = 'code' in error ? String(error.code) : undefined
    return {error: {message, stack, code}}
  }
}
