/** What a page hands to the scripts that compare: texts, names of endpoints, and the topics that are there. */

import {families} from '../../compare/topic-families.ts'
import {nameOfEndpoint} from '../../facts/endpoints/endpoint-label.ts'
import type {Endpoint, Topic} from '../../model/schema.ts'
import {dataset} from '../dataset/dataset.ts'
import {textLangOf, textsFor} from '../shared/interface-texts.ts'
import {spoken} from '../shared/page-reader.ts'
import {type CompareTopic, compareTopic} from './compare-topic.ts'

export interface CompareData {
  locale: string
  /** Language of the texts where it is not the page's. */
  textLang?: string
  /** The site's own texts that a comparison needs. */
  texts: Record<string, string>
  /** Endpoints of all topics, named in the page's language alone. */
  endpoints: Endpoint[]
  /** All topics that can be asked for, each `compare/<id>.json`. */
  ids: string[]
  /** Topics that need not be loaded. */
  atHand: CompareTopic[]
}

/** Beginnings of the keys that the views of comparisons ask for. */
export const compareTexts = [
  'compare.',
  'matrix.',
  'differ.',
  'flow.',
  'value.',
  'field.',
  'side.',
  'requirement.',
  'rules.',
  'port.any',
  'port.none',
  'action.',
  'export.title',
  'to',
]

export function compareData(locale: string, atHand: readonly Topic[]): CompareData {
  const textLang = textLangOf(locale)
  return {
    locale,
    ...(textLang === undefined ? {} : {textLang}),
    texts: textsFor(locale, compareTexts),
    endpoints: dataset.kb.endpoints.map(({id, zone}) => ({
      id,
      zone,
      names: {[locale]: nameOfEndpoint(id, dataset.endpoints, locale)},
    })),
    ids: dataset.topics.map(({id}) => id),
    atHand: atHand.map(toCompare),
  }
}

export const toCompare = (topic: Topic): CompareTopic =>
  compareTopic(
    topic,
    Object.fromEntries(dataset.locales.map((locale) => [locale, spoken(topic.title, locale)])),
  )

const known = new WeakMap<readonly Topic[], string[][]>()

/** Every page of a topic asks for them, and they take a while. */
function familiesOf(topics: readonly Topic[]): string[][] {
  const made = known.get(topics) ?? families(topics)
  known.set(topics, made)
  return made
}

/** A topic beside those that it is a variant of, else beside the first ones that have rules. */
export function besideTopics(topic: Topic, topics: readonly Topic[]): Topic[] {
  const groups = familiesOf(topics)
  const own = groups.find((group) => group.includes(topic.id)) ?? []
  const others = own.length > 1 ? own : groups.flat()
  const ids = others.filter((id) => id !== topic.id).slice(0, firstColumns - 1)
  return topics.filter(({id}) => id === topic.id || ids.includes(id))
}

/** As many topics as still read well beside each other on a first visit. */
const firstColumns = 4

/** What the matrix shows at first: the largest family of variants, else whatever topics have rules. */
export function defaultTopics(topics: readonly Topic[]): Topic[] {
  const groups = familiesOf(topics)
  const [largest = []] = groups.toSorted((one, two) => two.length - one.length)
  const ids = largest.length > 1 ? largest : groups.flat()
  return topics.filter(({id}) => ids.slice(0, firstColumns).includes(id))
}
