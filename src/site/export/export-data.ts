/** What the export form works with: the rules of a topic in the reader's language and the ends that need addresses. */

import {nameOfEndpoint} from '../../facts/endpoints/endpoint-label.ts'
import {exportRules} from '../../firewall/export-rules.ts'
import type {ExportRule} from '../../firewall/export-types.ts'
import type {FirewallTexts} from '../../firewall/firewall-texts.ts'
import {endsOf, keyOf, type Side, statedEnds} from '../../firewall/resolve-ends.ts'
import {isBareAny} from '../../firewall/zones.ts'
import english from '../../languages/en/firewall.json' with {type: 'json'}
import {nearestTag} from '../../languages/nearest-tag.ts'
import type {Endpoint, Requirement, Topic} from '../../model/schema.ts'
import type {Interface} from '../../model/topic-rules.ts'
import {lookUp} from '../../text/look-up.ts'
import {endpointName} from '../compare/compare-words.ts'
import {dataset} from '../dataset/dataset.ts'
import {textLangOf, textsFor} from '../shared/interface-texts.ts'
import {firewallFiles} from '../shared/language-files.ts'
import {spoken} from '../shared/page-reader.ts'
import type {Reader} from '../shared/reader.ts'

/** An end of rules whose address the reader may give. */
export interface AskedEnd {
  /** `access-edge+public-ip` */
  key: string
  label: string
  /** The document states that every address may be this end. */
  open: boolean
}

export interface ExportData {
  locale: string
  /** Language of the texts, by which what is counted is worded. */
  textLang: string
  texts: Record<string, string>
  /** Words of the file itself. */
  firewall: FirewallTexts
  topic: string
  title: string
  /** The address of each is set by the script, which knows where the page is. */
  rules: ExportRule[]
  endpoints: Endpoint[]
  ends: AskedEnd[]
}

const zones: readonly Endpoint['zone'][] = [
  'edge-external',
  'edge-internal',
  'internal',
  'unknown',
  'internet',
]

/** Own machines first, then others, then those in the Internet and at last any. */
export function askedEnds(
  rules: readonly Pick<ExportRule, 'facts' | 'interface'>[],
  reader: Reader,
): AskedEnd[] {
  const found = new Map<string, AskedEnd & {rank: number}>()
  for (const [end, side] of rules.flatMap((rule) => statedEnds(rule, dataset.kb)))
    for (const one of endsOf(end)) {
      const zone = dataset.endpoints.get(one?.id ?? '')?.zone ?? 'unknown'
      const place = anyRE.exec(one?.id ?? '')?.[1]
      const open = isBareAny(one) || place === 'source' || place === 'destination'
      const name = endpointName(place === undefined || one === null ? one : {...one, id: 'any'}, reader)
      const label =
        one === null
          ? reader.t(unstated[side])
          : place === undefined
            ? name
            : reader.t(anyPlaces[place as keyof typeof anyPlaces], {name})
      const key = keyOf(one, side)
      found.set(key, {key, label, open, rank: open ? zones.length : zones.indexOf(zone)})
    }
  return [...found.values()]
    .toSorted((one, two) => one.rank - two.rank || (one.key < two.key ? -1 : 1))
    .map(({rank: _, ...end}) => end)
}

const anyRE = /^any:(internal|source|destination)$/

const anyPlaces = {
  internal: 'export.anyInternal',
  source: 'export.anySource',
  destination: 'export.anyDestination',
} as const

const unstated = {
  source: 'export.unstatedSource',
  destination: 'export.unstatedDestination',
} as const satisfies Record<Side, string>

const used = ['export.', 'audit.', 'rules.', 'requirement.', 'value.']

const firewallTextsFor = (locale: string): FirewallTexts => ({
  ...english,
  ...firewallFiles['en'],
  ...lookUp(firewallFiles, nearestTag(locale, Object.keys(firewallFiles)) ?? ''),
})

export function exportData(topic: Topic, reader: Reader): ExportData {
  const {locale} = reader
  const rules = exportRules(topic, locale, () => '', dataset.findings)
  const named = new Set(
    rules.flatMap(({facts}) =>
      [facts.source, facts.destination, facts.host].flatMap((end) =>
        end === null ? [] : [end.id, ...end.alternatives],
      ),
    ),
  )
  return {
    locale,
    textLang: textLangOf(locale) ?? locale,
    texts: textsFor(locale, used),
    firewall: firewallTextsFor(locale),
    topic: topic.id,
    title: spoken(topic.title, locale).text,
    rules,
    endpoints: dataset.kb.endpoints
      .filter(({id}) => named.has(id))
      .map(({id, zone}) => ({
        id,
        zone,
        names: {[locale]: nameOfEndpoint(id, dataset.endpoints, locale)},
      })),
    ends: askedEnds(rules, reader),
  }
}

/** How many rules there are of each requirement, required first; only those that there are. */
export function requirementCounts(rules: readonly ExportRule[]): [Requirement, number][] {
  const all = ['required', 'conditional', 'unknown', 'optional', 'legacy'] as const
  return all.flatMap((requirement): [Requirement, number][] => {
    const count = rules.filter(({facts}) => facts.requirement === requirement).length
    return count === 0 ? [] : [[requirement, count]]
  })
}

/** The interfaces that rules are told apart by; none when there are not two. */
export function exportSides(rules: readonly ExportRule[]): NonNullable<Interface>[] {
  const sides = (['external', 'internal'] as const).filter((side) =>
    rules.some((rule) => rule.interface === side),
  )
  return sides.length === 2 ? sides : []
}

/** The machines that are an end of a rule, whose own firewall a file or an audit may be for. */
export function exportMachines({ends, endpoints, locale}: ExportData): {id: string; name: string}[] {
  const ids = new Set(ends.map(({key}) => key.split('+')[0] ?? ''))
  return endpoints
    .filter(({id}) => id !== 'any' && id !== 'several' && ids.has(id))
    .map(({id, names}) => ({id, name: lookUp(names, locale) ?? id}))
    .toSorted((one, two) => one.name.localeCompare(two.name, locale))
}
