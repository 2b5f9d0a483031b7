/** The English of all that an interface consists of, in the parts that the files of languages have. */

import titles from '../../languages/en/checks.json' with {type: 'json'}
import firewall from '../../languages/en/firewall.json' with {type: 'json'}
import site from '../../languages/en/interface.json' with {type: 'json'}
import {checks} from '../../reconcile/checks/index.ts'
import type {Texts} from './text-problems.ts'

export const parts = ['interface', 'checks', 'firewall'] as const
export type Part = (typeof parts)[number]

const titleOf = new Map(Object.entries(titles).map(([id, {title}]) => [id, title]))

export const englishTexts: Readonly<Record<Part, Texts>> = {
  interface: site,
  checks: flatChecks(
    Object.fromEntries(
      checks.map(({id, why, wrongWhen}) => [id, {title: titleOf.get(id) ?? id, why, wrongWhen}]),
    ),
  ),
  firewall,
}

/** `{acronym: {title: 'A'}}` as `{'acronym.title': 'A'}`. */
export function flatChecks(words: Readonly<Record<string, Record<string, string | undefined>>>): Texts {
  const texts = Object.entries(words).flatMap(([id, own]) =>
    Object.entries(own).flatMap(([name, text]) =>
      text === undefined ? [] : [[`${id}.${name}`, text] as const],
    ),
  )
  return Object.fromEntries(texts)
}
