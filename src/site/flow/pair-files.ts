/** Which comparisons have a flow picture of their own, and what its files are made of. */
import {diffTitle} from '../compare/compare-diff.ts'
import {type BuiltPair, builtPairs, diffOfPair} from '../compare/compare-pairs.ts'
import {dataset} from '../dataset/dataset.ts'
import {createPage, inEveryLocale} from '../layout/page-context.ts'
import {pageReader, spoken} from '../shared/page-reader.ts'
import {diffFlowFile, type FlowFile} from './flow-file.ts'

/** Paths of the pages and the files of all pairs that are built. */
export const pathsOfPairs = () =>
  inEveryLocale(builtPairs(dataset).map((pair) => ({params: {a: pair.a.id, b: pair.b.id}, props: {pair}})))

/** English where a path names no language. */
export function flowFileOfPair(pair: BuiltPair, locale = 'en'): FlowFile {
  const {a, b} = pair
  const reader = pageReader(createPage(locale, `compare/${a.id}/${b.id}/`))
  const [from, to] = [a, b].map(({id, title}) => ({id, title: spoken(title, locale)}))
  if (from === undefined || to === undefined) throw new Error('expected two topics')
  return diffFlowFile(diffOfPair(pair), diffTitle(from, to, reader), dataset.kb.endpoints, reader)
}
