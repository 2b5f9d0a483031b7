/** The endpoint that a text of any language names; a name that nobody knows is an endpoint of its own. */
import {localeData} from '../../languages/languages.ts'
import type {EndpointRef} from '../../model/schema.ts'
import {linesOf, plainText} from '../../text/cell-structure.ts'
import {isOneOf} from '../../text/locale-words.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch, foldSpace, foldToken} from '../../text/normalize.ts'
import {namesMachine} from '../direction/machine-words.ts'
import {limitPatternsOf} from '../limits/limit-words.ts'
import {restrictionWordsOf} from '../limits/restrictions.ts'
import {namesWhere} from '../limits/sentence-limits.ts'
import {unspacedRE, WordList} from '../limits/word-list.ts'
import {endpointCatalogue} from './endpoint-catalogue.ts'
import {parseEndpointName} from './endpoint-translation.ts'
import {opensWithNot, slugOf, withNotInWords} from './endpoint-words.ts'
import {parseEndpoint} from './endpoints.ts'
import {isLiteral, literalId, literalsOf} from './literals.ts'

const any: EndpointRef = {id: 'any', qualifiers: [], alternatives: []}

/** Whether an endpoint is one that is known by name, `any` included. */
export const isKnownEndpoint = ({id}: EndpointRef): boolean =>
  endpointCatalogue().zones.has(id) || id === 'any' || id === 'several'

/** Longer texts are prose: they name what they name as a whole. */
const MAX_LIST = 200

/** null for a text that names nothing. `read` may hold the structure of a cell. */
export function endpointOf(read: string, locale: string): EndpointRef | null {
  // An address of version 6 stands in brackets beside its port.
  const text = foldSpace(plainText(read)).replace(/^\[([0-9a-f:.]+)\]$/iu, '$1')
  if (text === '') return null
  if (isAnyEnd(text, locale)) return any
  const [, whose, all] = whollyRE.exec(text) ?? []
  if (whose !== undefined && all !== undefined && isAnyEnd(all, locale)) return whollyOf(whose, locale)
  if (isAllOfInternet(text, locale)) return {...any, alternatives: ['internet']}
  if (isLiteral(text)) return {id: literalId(text), qualifiers: [], alternatives: []}
  const [literal, ...more] = literalsOf(read, conjunctionsOf(locale))
  if (literal !== undefined) return {id: literal, qualifiers: [], alternatives: more.sort()}
  const known = locale === 'en' ? parseEndpoint(text) : parseEndpointName(text, locale)
  if (
    known !== null &&
    (isKnownEndpoint(known) || known.alternatives.length > 0) &&
    !isList(known, read, locale)
  )
    return known
  const members = membersOf(read).flatMap((member, at, {length}) =>
    at > 0 && at === length - 1 ? lastMembersOf(member, membersOf(read)[0] ?? '', locale) : member,
  )
  // What a member excepts stays with what it is excepted from: no list of machines.
  if (members.length > 1 && members.some((member) => excepts(member, locale)))
    return {id: slugOfText(text) || 'unnamed', qualifiers: [], alternatives: []}
  const [first, ...others] = members.map((member) => idOf(member, locale))
  if (first === undefined) return null
  if (others.length === 0) return known ?? {id: first, qualifiers: [], alternatives: []}
  return {id: first, qualifiers: [], alternatives: [...new Set(others)].filter((id) => id !== first).sort()}
}

/** Networks by names of one word that tell no machine from its like, as `internal` and `local` do. */
const networkRE = /^(?:inter|intra|extra)net$|^(?:v|w)?lan$|^wan$|^vpn$|^dmz$/iu

/** `Internet, LAN`: what seems to tell a known name from its like is another machine or network, or other people. */
const isList = ({qualifiers, alternatives}: EndpointRef, read: string, locale: string): boolean => {
  if (qualifiers.length === 0 || alternatives.length > 0) return false
  const members = membersOf(read)
  const names = (member: string): boolean =>
    namesMachine(member, locale) ||
    (member.includes(' ') ? namesWhere(foldSearch(member), locale) : networkRE.test(member))
  return members.length > 1 && members.every(names)
}

/** `Internet (any)`, `メール サーバー (任意)` */
const whollyRE = /^([^()（）]{1,80}?)\s?[(（]([^()（）]{1,40})[)）]$/u

/** All of what a name stands for: of the Internet that is any address, of machines these machines. */
function whollyOf(name: string, locale: string): EndpointRef | null {
  const named = endpointOf(name, locale)
  return named?.id === 'internet' ? {...any, alternatives: ['internet']} : named
}

const allWordsOf = onceByLocale((locale) => {
  const letters = localeData(locale).anyWords.filter((word) => /\p{L}/u.test(word))
  return new WordList([...letters, 'any', 'all'])
})

/** Longer texts name something else beside. */
const MAX_ALL = 60

/**
 * `Any Internet address`, `모든 인터넷`: without the words for all and for addresses, the name of the Internet is left. Its servers and
 * users may be those of a house.
 */
function isAllOfInternet(text: string, locale: string): boolean {
  const folded = foldSearch(text)
  if (folded.length > MAX_ALL || !allWordsOf(locale).isIn(folded) || /[()]/u.test(folded)) return false
  const {anything, anybody} = restrictionWordsOf(locale)
  const rest = anything.without(allWordsOf(locale).without(folded))
  if (anybody.isIn(rest)) return false
  const name = rest.replaceAll(/[·\s]+|(?<=·)[の的]/gu, ' ').trim()
  if (name === '' || name === folded) return false
  const left = locale === 'en' ? parseEndpoint(name) : parseEndpointName(name, locale)
  return left?.id === 'internet' && left.qualifiers.length === 0 && left.alternatives.length === 0
}

/** Every address of its zone: any word, symbol or prefix for it, and nothing else. */
export function isAnyEnd(text: string, locale: string): boolean {
  const bare = text.replaceAll('\\', '').replace(/^["“(]+|[")”.。]+$/gu, '')
  if (/^\*+$/u.test(bare)) return true
  const {anyWords, rules} = localeData(locale)
  return isOneOf(bare, rules.anyEndpoints) || (isOneOf(bare, anyWords) && !isOneOf(bare, rules.itself))
}

/** `!10.1.0.0/16`, `except guests`, `ohne Gäste` */
function excepts(member: string, locale: string): boolean {
  const folded = foldSearch(member)
  const {except, no} = restrictionWordsOf(locale)
  return (
    opensWithNot(member) ||
    except.isAtEdge(folded) ||
    no.opens(folded) ||
    limitPatternsOf(locale).limits.some(
      ({kind, anywhere}) => kind === 'except' && anywhere.exec(folded)?.index === 0,
    )
  )
}

/** The machines of a list: its lines, or what stands between its separators and conjunctions. */
export function membersOf(read: string): string[] {
  const lines = linesOf(read)
    .map(plainText)
    .map(foldSpace)
    .filter((line) => line !== '')
  if (lines.length > 1) return lines
  const text = foldSpace(plainText(read))
  if (text.length > MAX_LIST || /[()（）]/u.test(text)) return [text]
  const parts = text.split(/\s*[,;،؛、，；]\s+|\s*[;،؛、，；]\s*|\s+\/\s+/u).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => part.split(' ').length <= 5) ? parts : [text]
}

/** `Web 2 and Web 3` at the end of a list: two members, where they are alike. `Research and Development server` is one. */
function lastMembersOf(text: string, first: string, locale: string): string[] {
  const {start, between} = jointRE(locale)
  const bare = text.replace(start, '')
  const halves = bare.split(between).map((half) => half.trim())
  const [one = '', two = ''] = halves
  if (halves.length !== 2 || one === '' || two === '') return [bare === '' ? text : bare]
  const words = (half: string): string[] => foldSearch(half).match(/\p{L}{3,}|[\p{L}\p{N}]+/gu) ?? []
  const shared = words(first).filter((word) => words(one).includes(word) && words(two).includes(word))
  const isAlike =
    shared.length > 0 || [one, two].every((half) => isLiteral(half) || namesMachine(half, locale))
  return isAlike ? halves : [bare]
}

const conjunctionsOf = onceByLocale(
  (locale): ReadonlySet<string> => new Set([...localeData(locale).conjunctions, 'and', 'or']),
)

const jointRE = onceByLocale((locale) => {
  const words = [...conjunctionsOf(locale)].map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const spaced = words.filter((word) => !unspacedRE.test(word)).join('|')
  const unspaced = words.filter((word) => unspacedRE.test(word)).join('|')
  const glued = unspaced === '' ? '' : `|\\s?(?:${unspaced})\\s?`
  return {
    start: new RegExp(`^(?:(?:${spaced})\\s)`, 'iu'),
    between: new RegExp(`\\s(?:${spaced})\\s${glued}`, 'iu'),
  }
})

/** An address stands for itself; a name is brought into one form. */
function idOf(text: string, locale: string): string {
  if (isLiteral(text)) return literalId(text)
  if (isAnyEnd(text, locale)) return 'any'
  const {id, qualifiers} = locale === 'en' ? parseEndpoint(text) : (knownName(text, locale) ?? any)
  // What narrows a known machine is a part of its name in a list: there is no other place for it.
  return id !== 'any' && qualifiers.length === 0 ? id : slugOfText(text) || 'unnamed'
}

/** A name of a language that stands for a known machine or network, and for one alone. */
function knownName(text: string, locale: string): EndpointRef | null {
  const named = parseEndpointName(text, locale)
  return named !== null && isKnownEndpoint(named) && named.alternatives.length === 0 ? named : null
}

const slugOfText = (text: string): string =>
  slugOf(
    withNotInWords(foldToken(text))
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
