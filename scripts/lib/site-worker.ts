/** What the thread of the site does. */
import {type Outcome, outcomeOf} from '../../src/site/build/thread-error.ts'
import {type BuiltSite, buildSite, type SiteInput} from './build-site.ts'

export interface SiteTask {
  input: SiteInput
  /** One number, shared with the main thread: 1 as soon as the dataset is there, and 0 before. */
  dataset: Int32Array<SharedArrayBuffer>
}

export type SiteOutcome = Outcome<BuiltSite>

const isThere = async (dataset: SiteTask['dataset']): Promise<void> => {
  await Atomics.waitAsync(dataset, 0, 0).value
}

export default ({input, dataset}: SiteTask): Promise<SiteOutcome> =>
  outcomeOf(() => buildSite(input, isThere(dataset)))
