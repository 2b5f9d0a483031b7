/** Counts results by what their rules say, and keeps those that the reader chose. */

import {compareText} from '../../model/order.ts'
import {lookUp} from '../../text/look-up.ts'
import {FACET_RULES, type FacetFile} from '../files.ts'
import {runsToNumbers} from '../index/runs.ts'
import type {Files} from './load.ts'

export const facetNames = [
  'topic',
  'transport',
  'protocol',
  'interface',
  'direction',
  'requirement',
  'corrected',
] as const
export type FacetName = (typeof facetNames)[number]

/** Values that the reader chose; several of one facet widen, facets narrow each other. */
export type Choice = Partial<Record<FacetName, readonly string[]>>

/** Values with how many results have them, the most frequent first. */
export type FacetCounts = Record<FacetName, [value: string, count: number][]>

/** Values of one rule; a topic is its id. */
export type RuleFacets = Record<FacetName, readonly string[]>

const meanings: Record<'interface' | 'direction' | 'requirement', Record<string, string>> = {
  interface: {e: 'external', i: 'internal'},
  direction: {i: 'inbound', o: 'outbound', w: 'within', b: 'both'},
  requirement: {r: 'required', o: 'optional', c: 'conditional', l: 'legacy', u: 'unknown'},
}

/** Loads the facets of the rules; `locale` is the one whose corrections count. */
export const loadFacets = async (
  files: Files,
  rules: readonly number[],
  locale: string,
): Promise<(rule: number) => RuleFacets> => {
  const numbers = [...new Set(rules.map((rule) => Math.floor(rule / FACET_RULES)))]
  const [index, topics] = await Promise.all([files.index(), files.topics()])
  const loaded = new Map(
    await Promise.all(numbers.map(async (number) => [number, await files.facets(number)] as const)),
  )
  const transports = Object.entries(index.transports).map(
    ([name, runs]) => [name, new Set(runsToNumbers(runs))] as const,
  )
  return (rule) => {
    const file = loaded.get(Math.floor(rule / FACET_RULES))
    if (file === undefined) throw new Error(`the facets of rule ${rule} were not loaded`)
    const at = rule % FACET_RULES
    return {
      topic: [topics[file.topics[at] ?? 0]?.id ?? ''],
      transport: transports.filter(([, stating]) => stating.has(rule)).map(([name]) => name),
      protocol: file.protocolLists[file.protocols[at] ?? 0] ?? [],
      ...marksOf(file, at),
      corrected: [lookUp(file.corrected, locale)?.[at] === '1' ? 'corrected' : 'unchanged'],
    }
  }
}

const marksOf = (file: FacetFile, at: number) => {
  const read = (name: keyof typeof meanings, mark: string | undefined) => {
    const value = lookUp(meanings[name], mark ?? '-')
    return value === undefined ? [] : [value]
  }
  return {
    interface: read('interface', file.interfaces[at]),
    direction: read('direction', file.directions[at]),
    requirement: read('requirement', file.requirements[at]),
  }
}

/** Whether a rule has, for every facet but `except`, one of the values that were chosen. */
export const isChosen = (facets: RuleFacets, choice: Choice, except: FacetName | null = null): boolean =>
  facetNames.every((name) => {
    const wanted = choice[name] ?? []
    return name === except || wanted.length === 0 || facets[name].some((value) => wanted.includes(value))
  })

/** A facet's own choice doesn't change its counts, so that a reader sees what another choice would give. */
export const countFacets = (all: readonly RuleFacets[], choice: Choice): FacetCounts => {
  const count = (name: FacetName): [string, number][] => {
    const counts = new Map<string, number>()
    for (const facets of all)
      if (isChosen(facets, choice, name))
        for (const value of facets[name]) counts.set(value, (counts.get(value) ?? 0) + 1)
    for (const value of choice[name] ?? []) if (!counts.has(value)) counts.set(value, 0)
    return [...counts].sort(([a, one], [b, two]) => two - one || compareText(a, b))
  }
  return {
    topic: count('topic'),
    transport: count('transport'),
    protocol: count('protocol'),
    interface: count('interface'),
    direction: count('direction'),
    requirement: count('requirement'),
    corrected: count('corrected'),
  }
}
