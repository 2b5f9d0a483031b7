/** The words that the query grammar knows, gathered from all locales' data and from the protocols of the dataset. */

import type {LocaleData} from '../../languages/words-schema.ts'
import {compareText} from '../../model/order.ts'
import {queryText} from './query-text.ts'
import type {QueryLexicon} from './query-types.ts'

const frameRE = /^(.*?)\{low\}(.*?)\{high\}(.*)$/u
const letterRE = /\p{L}/u
/** Letters and spaces: a spelling with characters, such as `port(s)`, is for headers. */
const nameRE = /^[\p{L}\p{M} ]+$/u
const transportRE = /tcp|udp/u

/** `protocols`: names in any case. */
export const createLexicon = (locales: readonly LocaleData[], protocols: readonly string[]): QueryLexicon => {
  const ports = locales
    .flatMap(({headers}) => headers['port'] ?? [])
    .map(toName)
    .filter((name) => nameRE.test(name) && !transportRE.test(name))
  // Of the words that may surround a number in a cell, only those that say "port": `default 443` is a word and a port.
  const around = locales
    .flatMap(({portWords}) => portWords)
    .map(toName)
    .filter((name) => ports.some((port) => name.includes(port)))
  const frames = locales
    .flatMap(({rangeFrames}) => rangeFrames)
    .flatMap((frame) => {
      const [, before = '', between = '', after = ''] = frameRE.exec(frame) ?? []
      return between === '' ? [] : [[toName(before), toName(between), toName(after)] as const]
    })
  const between = frames.filter(([before, , after]) => before === '' && after === '').map(([, name]) => name)
  return {
    protocols: sorted(protocols.map(toName)),
    portWords: sorted([...ports, ...around]),
    rangeWords: sorted([...locales.flatMap(({rangeWords}) => rangeWords).map(toName), ...between]).filter(
      (name) => letterRE.test(name),
    ),
    rangeFrames: frames.filter(([before, name, after]) => name !== '' && before + after !== ''),
    joinWords: sorted(locales.flatMap(({locale}) => joinWordsOf(locale))),
  }
}

/** `or` and `and` as the language writes lists of two, from the Unicode CLDR. */
const joinWordsOf = (locale: string): string[] =>
  (['disjunction', 'conjunction'] as const)
    .flatMap((type) => new Intl.ListFormat(locale, {type}).formatToParts(['1', '2']))
    .flatMap(({type, value}) => (type === 'literal' && letterRE.test(value) ? [toName(value)] : []))

const toName = (word: string): string => queryText(word).trim().toLowerCase()

const sorted = (names: readonly string[]): string[] =>
  [...new Set(names)].filter((name) => name !== '').sort(compareText)
