/**
 * The memory as TMX 1.4b: each distinct pair of English and published text, with where it comes from. Cells whose English
 * was inferred are no memory: the header says that all English in the file is stated by a document (`x-english`), which
 * files of before 0.2 can't say.
 *
 * Standard: TMX 1.4b Specification (LISA OSCAR, 26 April 2005). There are no dates in it that the data don't hold.
 */
import type {KnowledgeBase, Unit} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {xmlAttributes, xmlText} from '../xml.ts'

/** One pair and the units that say it, in order of first appearance. */
interface Pair {
  first: Unit
  source: string
  uses: number
  statuses: Set<string>
  topics: Set<string>
}

/** Pairs whose published text is a translation: not the English itself for want of a better one, and not empty; the English is stated. */
function distinctPairs(units: readonly Unit[]): Iterable<Pair> {
  const pairs = new Map<string, Pair>()
  for (const unit of units) {
    const source = statedSource(unit)
    if (source === null || source === '' || unit.published === '' || unit.status === 'source') continue
    const key = JSON.stringify([unit.locale, source, unit.published])
    const known = pairs.get(key)
    const pair = known ?? {first: unit, source, uses: 0, statuses: new Set(), topics: new Set()}
    if (known === undefined) pairs.set(key, pair)
    pair.uses += 1
    pair.statuses.add(unit.status)
    pair.topics.add(unit.topic)
  }
  return pairs.values()
}

const property = (type: string, value: string): string => `<prop type="x-${type}">${xmlText(value)}</prop>`

const variant = (locale: string, text: string): string =>
  `<tuv${xmlAttributes({'xml:lang': locale})}><seg>${xmlText(text)}</seg></tuv>`

function pairToTmx({first, source, uses, statuses, topics}: Pair): string {
  const properties = [
    property('status', [...statuses].sort().join(' ')),
    property('topics', [...topics].sort().join(' ')),
    property('edition', first.edition),
    property('place', `${first.place.path}:${first.place.line}:${first.place.column}`),
    ...(first.sourceOrigin === null ? [] : [property('source-origin', first.sourceOrigin)]),
  ]
  return [
    `<tu${xmlAttributes({tuid: first.id, usagecount: `${uses}`, srclang: 'en'})}>`,
    ...properties,
    variant('en', source),
    variant(first.locale, first.published),
    '</tu>\n',
  ].join('\n')
}

/** The whole document in pieces; joined they are one TMX 1.4b file in UTF-8. `version` is this program's own. */
export function* knowledgeBaseToTmx(kb: Pick<KnowledgeBase, 'units'>, version: string): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
  yield `<header${xmlAttributes({
    creationtool: 'portolan',
    creationtoolversion: version,
    segtype: 'block',
    'o-tmf': 'portolan',
    adminlang: 'en',
    srclang: 'en',
    datatype: 'plaintext',
  })}>${property('english', 'stated')}</header>\n<body>\n`
  for (const pair of distinctPairs(kb.units)) yield pairToTmx(pair)
  yield '</body>\n</tmx>\n'
}
