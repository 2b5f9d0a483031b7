/** Knows by its words that a sentence restricts something, also where nobody understands what: silence is no proof. */
import {restrictingWordsOf} from '../../languages/lists/restricting.ts'
import {formatLocale} from '../../text/format-locale.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {namesMachine} from '../direction/machine-words.ts'
import {termOf} from '../protocol-words.ts'
import {conjunctionsOf} from './limit-words.ts'
import {unspacedRE, WordList} from './word-list.ts'

export interface RestrictionWords {
  only: WordList
  except: WordList
  no: WordList
  reach: WordList
  people: WordList
  elsewhere: WordList
  remaining: WordList
  anything: WordList
  anybody: WordList
  nobody: WordList
  places: WordList
  plain: WordList
  other: WordList
  notYet: WordList
  these: WordList
  ahead: WordList
  excluding: WordList
  unreachable: WordList
  loopback: WordList
  zones: WordList
  traffic: WordList
  closing: WordList
  refusing: WordList
  inside: WordList
  usage: WordList
  outOfUse: WordList
  besideState: WordList
  inUse: WordList
  ensuring: WordList
  noLonger: WordList
  outer: WordList
}

/** Of one locale with English. */
export const restrictionWordsOf = onceByLocale((locale): RestrictionWords => {
  const all = restrictingWordsOf(locale)
  const list = (key: Exclude<keyof RestrictionWords, 'other'>) =>
    new WordList(all.flatMap((words) => words[key]))
  return {
    only: list('only'),
    except: list('except'),
    no: list('no'),
    reach: list('reach'),
    people: list('people'),
    elsewhere: list('elsewhere'),
    remaining: list('remaining'),
    anything: list('anything'),
    anybody: list('anybody'),
    nobody: list('nobody'),
    places: list('places'),
    plain: list('plain'),
    notYet: list('notYet'),
    these: list('these'),
    ahead: list('ahead'),
    excluding: list('excluding'),
    unreachable: list('unreachable'),
    loopback: list('loopback'),
    zones: list('zones'),
    traffic: list('traffic'),
    closing: list('closing'),
    refusing: list('refusing'),
    inside: list('inside'),
    usage: list('usage'),
    outOfUse: list('outOfUse'),
    besideState: list('besideState'),
    inUse: list('inUse'),
    ensuring: list('ensuring'),
    noLonger: list('noLonger'),
    outer: list('outer'),
    other: new WordList([...all.flatMap(({other}) => other), ...calendarOf(locale)]),
  }
})

/** Names of days and months in a language and in English, also with other endings. */
function calendarOf(locale: string): string[] {
  const days = Array.from({length: 7}, (_, day) => new Date(Date.UTC(2024, 0, day + 1)))
  const months = Array.from({length: 12}, (_, month) => new Date(Date.UTC(2024, month, 1)))
  const write = (dates: readonly Date[], style: Intl.DateTimeFormatOptions): string[] =>
    [locale, 'en'].flatMap((each) => {
      const {format} = new Intl.DateTimeFormat(formatLocale(each), {...style, timeZone: 'UTC'})
      return dates.map((date) => format(date))
    })
  return [...write(days, {weekday: 'long'}), ...write(months, {month: 'long'})]
    .filter((name) => unspacedRE.test(name) || name.length > 4)
    .map((name) => (unspacedRE.test(name) ? name : `${name.slice(0, -1)}*`))
}

const addressRE =
  /(?<![\p{L}\p{N}.:])(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7})(?:\/[0-9]{1,3})?(?![\p{L}\p{N}]|[.:][0-9])/u
const everyAddressRE = new RegExp(addressRE, 'gu')
const clockRE =
  /(?<![0-9:.])[0-9]{1,2}[:.h][0-9]{2}(?![0-9:.])|(?<![0-9])[0-9]{1,2}\s?(?:am|pm|h|uhr|時|点|點|시)(?!\p{L})/u

/** Whether a folded text holds the address of a machine or a network. */
export const holdsAddress = (folded: string): boolean => addressRE.test(folded)

/** A folded text with a letter in place of each address. */
export const withoutAddresses = (folded: string): string => folded.replace(everyAddressRE, 'x')

/** The address that a folded text holds, the first of several; null for none. */
export const addressIn = (folded: string): string | null => addressRE.exec(folded)?.[0] ?? null

/** Whether a name is no machine but a time, a version or an occasion: `Monday to Friday`, `version 5`. */
export const isOccasion = (name: string, locale: string): boolean =>
  clockRE.test(name) || restrictionWordsOf(locale).other.isAtEdge(name)

/** Whether all of a cell says that there is no such end: `None`, 該当なし says less. */
export function isNobody(text: string, locale: string): boolean {
  const folded = foldSearch(text)
  const {nobody} = restrictionWordsOf(locale)
  return nobody.isIn(folded) && !/[\p{L}\p{N}]/u.test(nobody.without(folded))
}

/** Whether a folded text names people or a place in a network. */
const namesWho = (clause: string, {people, places}: RestrictionWords): boolean =>
  people.isIn(clause) || places.isIn(clause) || holdsAddress(clause)

/** What a sentence restricts: one of the ends, or something that nobody knows. */
export interface Restriction {
  kind: 'only' | 'except'
  /** Whether a part that restricts names machines, a network or people. */
  tellsEnd: boolean
}

/** A negation forbids by itself in so few words: `No guests`. */
const FEW = 3

/**
 * null for a folded sentence that restricts nothing.
 *
 * @param isOccasional whether it is known already to tell when a port is needed: then a machine in it may be what it is needed for
 */
export function restrictionIn(folded: string, locale: string, isOccasional: boolean): Restriction | null {
  const words = restrictionWordsOf(locale)
  const told = words.plain.without(folded)
  const clauses = clausesOf(told)
  const only = clauses.find((clause) => words.only.isIn(clause) && !isOfProtocols(clause, locale))
  const except = clauses.find((clause) => words.except.isIn(clause) && !isOfProtocols(clause, locale))
  const restricting = [only, except].filter((clause) => clause !== undefined)
  const tellsEnd = restricting.some(
    (clause) => namesWho(clause, words) || (!isOccasional && namesMachine(clause, locale)),
  )
  if (restricting.length > 0) return {kind: only === undefined ? 'except' : 'only', tellsEnd}
  const forbids = clauses.some(
    (clause) =>
      words.no.isIn(clause) &&
      namesWho(clause, words) &&
      (words.reach.isIn(words.no.without(clause)) || clause.trim().split(' ').length <= FEW),
  )
  if (forbids) return {kind: 'except', tellsEnd: true}
  const unreached = clauses.find((clause) => words.unreachable.isIn(clause))
  return unreached === undefined ? null : {kind: 'except', tellsEnd: namesWho(unreached, words)}
}

const clausesOf = (folded: string): string[] =>
  folded.split(clauseEndRE).flatMap((clause) => clause.split(/[:.!?。]\s|[()[\]]|[:.!?。]$/u))

/** A folded sentence in which a word for “and” ends a clause where it begins another restriction: `from A and only to B`. */
export function partRestrictions(folded: string, locale: string): string {
  const {only, except} = restrictionWordsOf(locale)
  return folded.replace(jointRE(locale), (joint, at: number) => {
    const rest = folded.slice(at + joint.length)
    return only.opens(rest) || except.opens(rest) ? ' ; ' : joint
  })
}

const jointRE = onceByLocale((locale) => new RegExp(`\\s(?:${conjunctionsOf(locale).join('|')})\\s`, 'gu'))

/** `TCP only`: what else may come is another protocol, from anywhere. */
export function isOfProtocols(clause: string, locale: string): boolean {
  const {only, except} = restrictionWordsOf(locale)
  const left = except.without(only.without(clause)).match(/[\p{L}\p{M}\p{N}.+/-]+/gu) ?? []
  return (
    left.length > 0 &&
    left.every((word) => /^(?:ipv[46]|tls|ssl|tcp|udp)$/u.test(word) || termOf(word) !== null)
  )
}
