/** Results with their facets: loaded only where results are narrowed or counted, which the box doesn't. */

import {lookUp} from '../../text/look-up.ts'
import {type Choice, countFacets, type FacetCounts, isChosen, loadFacets} from './facets.ts'
import type {Found} from './found.ts'
import type {Files} from './load.ts'

export interface Narrowed {
  /** What was chosen of the results. */
  kept: Found[]
  facets: FacetCounts
  /** Titles of topics in the reader's language by id. */
  titles: ReadonlyMap<string, string>
}

export const narrow = async (
  files: Files,
  found: readonly Found[],
  choice: Choice,
  locale: string,
): Promise<Narrowed> => {
  const rules = found.map(({rule}) => rule)
  const facets = await loadFacets(files, rules, locale)
  const all = found.map((result) => ({result, facets: facets(result.rule)}))
  return {
    kept: all.filter((each) => isChosen(each.facets, choice)).map(({result}) => result),
    facets: countFacets(
      all.map((each) => each.facets),
      choice,
    ),
    titles: new Map((await files.topics()).map(({id, titles}) => [id, lookUp(titles, locale) ?? id])),
  }
}
