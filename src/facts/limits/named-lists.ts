/** Names beside the one that a limit names: the other members of its list, and what it names of the other end. */
import {onceByLocale} from '../../text/memoize.ts'
import {conjunctionsOf, isWordy, limitPatternsOf, type Side} from './limit-words.ts'
import {isOccasion, restrictionWordsOf} from './restrictions.ts'

interface Place {
  text: string
  /** Where the limit stands in the text. */
  at: number
  length: number
  name: string
}

/** A member of a list has so few words, or characters without spaces. */
const MOST_WORDS = 4
const MOST_CHARACTERS = 14

/** `Only from hosts A, B and C`: all members as one name, with what the limit with them takes of the text. */
export function listAround(
  {text, at, length, name}: Place,
  locale: string,
): {name: string; from: number; to: number} {
  const to = at + length
  const before = membersBefore(text.slice(0, at), locale)
  if (before.members.length > 0)
    return {name: [...before.members, name].join(', '), from: at - before.length, to}
  const after = membersAfter(text.slice(to), locale)
  return {name: [name, ...after.members].join(', '), from: at, to: to + after.length}
}

const nothing = {members: [], length: 0}

/** Up to a member with a word for “and” before it: without one the commas may part clauses. */
function membersAfter(text: string, locale: string): {members: string[]; length: number} {
  const members: string[] = []
  const joint = jointOf(locale)
  const [clause = ''] = /^[^.:;()!?。]*/u.exec(text) ?? []
  let length = 0
  for (const [whole, part = ''] of clause.matchAll(/\s?[,،、]\s?([^,،、]+)/gu)) {
    const own = part.trim().replace(joint.start, '').split(joint.between)
    if (!own.every((member) => isMember(member, locale))) return nothing
    members.push(...own.map((member) => member.trim()))
    length += whole.length
    if (own.length > 1 || joint.start.test(part.trim())) return {members, length}
  }
  return nothing
}

/** `A、B、` before a name that stands before its words. */
function membersBefore(text: string, locale: string): {members: string[]; length: number} {
  const found = /(?:^|[。.:;()])((?:[^、,，。.:;()]+[、,，]\s?)+)$/u.exec(text)
  const [, list = ''] = found ?? []
  if (!/[、，]|[\p{Script=Han}\p{Script=Hangul}]/u.test(list)) return nothing
  const members = list
    .split(/[、,，]/u)
    .map((member) => member.trim())
    .filter((member) => member !== '')
  return members.every((member) => isMember(member, locale) && !/[はがを]/u.test(member))
    ? {members, length: list.length}
    : nothing
}

function isMember(text: string, locale: string): boolean {
  const {only, except, no} = restrictionWordsOf(locale)
  const member = text.trim()
  const isFew = isWordy(member) ? member.split(' ').length <= MOST_WORDS : member.length <= MOST_CHARACTERS
  return (
    isFew &&
    /[\p{L}\p{N}]/u.test(member) &&
    ![only, except, no].some((words) => words.isIn(member)) &&
    !isOccasion(member, locale)
  )
}

const jointOf = onceByLocale((locale) => {
  const words = conjunctionsOf(locale).join('|')
  return {start: new RegExp(`^(?:${words})\\s`, 'u'), between: new RegExp(`\\s(?:${words})\\s`, 'u')}
})

/** Finds in a name where a limit of the other end begins; null for a language without words before its names. */
const otherWayRE = onceByLocale((locale) => {
  const {leads} = limitPatternsOf(locale)
  const words = conjunctionsOf(locale).join('|')
  const patternOf = (own: readonly string[]): RegExp | null =>
    own.length === 0
      ? null
      : new RegExp(`^(.+?)\\s(?:${words})\\s((?:${own.map(escaped).join('|')})\\s(.+))$`, 'u')
  return {source: patternOf(leads.source), destination: patternOf(leads.destination)}
})

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** `the admin subnet and to the depot`: the part behind a word for the other way is a limit of the other end. */
export function partsByWay(
  {side, name}: {side: Side; name: string},
  locale: string,
): {side: Side; name: string; words: string}[] {
  const whole = [{side, name, words: name}]
  if (side === null) return whole
  const other = side === 'source' ? 'destination' : 'source'
  const [, first, words, second] = otherWayRE(locale)[other]?.exec(name) ?? []
  return first === undefined || words === undefined || second === undefined
    ? whole
    : [
        {side, name: first, words: first},
        {side: other, name: second, words},
      ]
}
