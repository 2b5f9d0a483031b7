/** The language-neutral part of a rule: ports, then protocol, security, transport, direction and requirement as chips. */
import type {Element} from 'hast'
import {type Direction, directionOf} from '../../facts/direction/rule-direction.ts'

import type {Endpoint, PortRange, Rule, Table} from '../../model/schema.ts'
import {rangeId} from '../../search/port-spec.ts'
import type {Page} from '../layout/page-context.ts'
import {isAnyPort} from '../ports/port-entries.ts'
import type {IconName} from '../shared/icons.ts'
import {type Child, h} from '../shared/tree.ts'

export interface FactsPlace {
  /** Address of the page on which the row lives; empty when it is this one. */
  home: string
  /** Whether it is said below the table that it states no requirement. */
  unsaid: boolean
  endpoints: ReadonlyMap<string, Endpoint>
  /** The button that opens the evidence of the row. */
  evidence: Child
}

export const factsTree = (
  table: Table,
  rule: Rule,
  page: Page,
  {home, unsaid, endpoints, evidence}: FactsPlace,
): Element[] => [
  h('span', {class: 'ps'}, portLinks(rule, page), ' ', evidence),
  h(
    'span',
    {class: 'ks', lang: page.textLang},
    chips(table, rule, page, {unsaid, endpoints}),
    rowLinks(rule, home, page),
  ),
]

function portLinks({facts: {ports, sourcePorts}}: Rule, {t, to}: Page): Child[] {
  const link = (range: PortRange) =>
    h(
      'a',
      {class: 'port', href: to(`ports/${rangeId(range)}/`)},
      isAnyPort(range) ? t('port.any') : rangeId(range),
    )
  return [
    ports.length + sourcePorts.length === 0 ? h('span', {class: 'none'}, t('port.none')) : null,
    ports.map(link),
    sourcePorts.length === 0 ? null : h('small', {}, t('column.sourcePort'), ' ', sourcePorts.map(link)),
  ]
}

const rowLinks = ({id}: Rule, home: string, {t}: Page): Child[] => [
  h('a', {class: 'anchor', href: `${home}#${id}`, 'aria-label': t('row.link')}, '#'),
  home === '' ? h('button', {class: 'copy', type: 'button', 'aria-label': t('row.copy')}) : null,
]

const arrows: Record<Direction, IconName> = {
  inbound: 'arrow-right',
  outbound: 'arrow-left',
  within: 'arrow-left-right',
  both: 'arrow-left-right',
}

function chips(
  table: Table,
  {facts}: Rule,
  {t}: Page,
  {unsaid, endpoints}: Pick<FactsPlace, 'unsaid' | 'endpoints'>,
): Child[] {
  const chip = (value: string, shown = value, title?: string) =>
    h('span', {class: 'k', 'data-k': shown === value ? undefined : value, title}, shown)
  const {transports, protocols, security, requirement, action, known} = facts
  /** `HTTPS → TCP`, of a transport that the document doesn't state. */
  const impliedBy = (transport: string) =>
    known?.transports?.how === 'implied' ? `${known.transports.by} → ${transport.toUpperCase()}` : undefined
  const direction = directionOf(facts, table, endpoints)
  return [
    transports.map((transport) => chip(transport, transport.toUpperCase(), impliedBy(transport))),
    protocols.map((protocol) => chip(protocol)),
    security === null ? null : chip(security),
    direction === null
      ? null
      : h(
          'span',
          {class: 'k d'},
          h('span', {class: `i i-${arrows[direction]}`}),
          t(`direction.${direction}`),
        ),
    action === 'allow' ? null : h('span', {class: 'k q'}, t(`action.${action}`)),
    unsaid ? null : h('span', {class: 'k q'}, t(`requirement.${requirement}`)),
  ]
}
