/** A rule in a table that compares: its ports as a link to its row, its protocols, both ends, its requirement. */

import type {Element} from 'hast'
import type {EndpointRef, Facts} from '../../model/schema.ts'
import {onwardArrow} from '../../text/text-direction.ts'
import type {Reader} from '../shared/reader.ts'
import {titleTree} from '../shared/title-tree.ts'
import {type Child, h} from '../shared/tree.ts'
import {endpointName, portsName, protocolNames, receiverOf} from './compare-words.ts'

/** `row` is the address of the rule's row; undefined for one that stands nowhere any more. */
export const ruleTree = (facts: Facts, row: string | undefined, reader: Reader): Child[] => {
  const {t} = reader
  return [
    h('a', {class: 'port', href: row}, portsName(facts.ports, reader) || t('port.none')),
    ' ',
    chips(facts, reader),
    h('span', {class: 'ends'}, endsTree(facts.source, receiverOf(facts), reader)),
    facts.sourcePorts.length === 0
      ? null
      : h(
          'span',
          {class: 'ends'},
          t('field.sourcePorts'),
          t('value.is'),
          portsName(facts.sourcePorts, reader),
        ),
  ]
}

function chips(facts: Facts, {t, textLang}: Reader): Element {
  const chip = (text: string) => h('span', {class: 'k'}, text)
  const {requirement} = facts
  return h(
    'span',
    {class: 'ks'},
    protocolNames(facts).map(chip),
    requirement === 'unknown'
      ? null
      : h('span', {class: 'k q', lang: textLang}, t(`requirement.${requirement}`)),
  )
}

/** The arrow for the eye, the word for the ear. */
export const endsTree = (from: EndpointRef | null, to: EndpointRef | null, reader: Reader): Child[] => [
  endTree(from, reader),
  h('span', {'aria-hidden': 'true'}, ` ${onwardArrow(reader.locale)} `),
  h('span', {class: 'vh', lang: reader.textLang}, ` ${reader.t('value.to')} `),
  endTree(to, reader),
]

const endTree = (end: EndpointRef | null, reader: Reader): Child[] =>
  titleTree({text: endpointName(end, reader), lang: reader.locale})
