/** The flow pictures of a topic and of a comparison, in the reader's language. */
import type {TopicDiff} from '../../compare/diff.ts'
import type {FlowRule, FlowWords} from '../../compare/flow/flow-types.ts'
import {diffFlowRules, type FlowPictures, flowPictures, topicFlowRules} from '../../compare/flow/picture.ts'
import {addressLabels} from '../../facts/endpoints/endpoint-label.ts'
import type {Endpoint} from '../../model/schema.ts'
import type {RuleTables} from '../../model/topic-rules.ts'
import {endpointName, portsName} from '../compare/compare-words.ts'
import type {Reader} from '../shared/reader.ts'

type Zones = readonly Pick<Endpoint, 'id' | 'zone'>[]

/** null where the topic has no rules; `rows` is the address of the page that its rows stand on. */
export const topicPicture = (
  topic: RuleTables,
  title: string,
  rows: string,
  zones: Zones,
  reader: Reader,
): FlowPictures | null =>
  draw(
    topicFlowRules(topic, (rule) => `${rows}#${rule}`),
    title,
    zones,
    reader,
  )

/** Labels lead to the rows of the comparison itself. */
export const diffPicture = (
  diff: TopicDiff,
  title: string,
  zones: Zones,
  reader: Reader,
): FlowPictures | null =>
  draw(
    diffFlowRules(diff, (_, rule) => `#${rule}`),
    title,
    zones,
    reader,
  )

const draw = (rules: readonly FlowRule[], title: string, zones: Zones, reader: Reader): FlowPictures | null =>
  flowPictures(rules, zones, flowWords(rules.length, title, reader), 'flow')

/** All words of a picture of that many rules. */
export function flowWords(rules: number, title: string, reader: Reader): FlowWords {
  const {t, count} = reader
  return {
    title: t('flow.title', {title}),
    description: t('flow.description', {rules: count('rules', rules)}),
    zones: {
      internet: t('flow.zone.internet'),
      'edge-external': t('flow.zone.edge-external'),
      'edge-internal': t('flow.zone.edge-internal'),
      internal: t('flow.zone.internal'),
      unstated: t('flow.zone.untold'),
    },
    unstated: t('flow.zone.unstated'),
    legend: t('flow.legend'),
    firewall: t('flow.firewall'),
    styles: {
      plain: t('flow.plain'),
      conditional: t('requirement.conditional'),
      optional: t('requirement.optional'),
      legacy: t('requirement.legacy'),
      deny: t('action.deny'),
    },
    marks: {opened: t('flow.opened'), closed: t('flow.closed'), changed: t('flow.changed')},
    nameOf: (endpoint) => endpointName(endpoint, reader),
    addressesOf: (endpoint) => addressLabels(endpoint, reader.locale),
    formatPorts: (ranges) => portsName(ranges, reader),
  }
}
