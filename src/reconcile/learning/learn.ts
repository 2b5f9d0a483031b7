/** What the documents themselves teach about a locale: abbreviations that stay, and words for the roles of paths. */

import type {Reference} from '../engine/reference.ts'
import {mayBePath, readEnglish} from '../reading/english-cell.ts'
import {latinWords, singular} from '../reading/latin.ts'
import {foldWidth} from '../reading/placed-fold.ts'
import {isWire} from '../reading/wire.ts'
import {distinctPairs} from './distinct-pairs.ts'
import {typicalShare} from './lengths.ts'
import {learnRenderings, type Renderings} from './renderings.ts'

export interface Learnt {
  /** For an abbreviation: in how many texts it was kept, and in how many that have it in English. */
  kept: ReadonlyMap<string, {kept: number; total: number}>
  /** For the English first part of a path: the machine translations' words for it, with their numbers of texts. */
  roles: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Words of the texts in small letters, with the number of distinct texts that hold them. */
  words: ReadonlyMap<string, number>
  /** Length of a translation per length of its English, as `weigh` counts; null when too few long texts are known. */
  share: number | null
  /** How the locale renders an English term. */
  renderings: Renderings
}

export const nothingLearnt: Learnt = {
  kept: new Map(),
  roles: new Map(),
  words: new Map(),
  share: null,
  renderings: {of: () => null, ofAll: () => null, ofHumans: () => null},
}

/** Learns from distinct pairs of texts: a pair that a hundred documents repeat counts once. */
export const learn = (references: readonly Reference[]): Learnt => {
  const kept = new Map<string, {kept: number; total: number}>()
  const roles = new Map<string, Map<string, number>>()
  const words = new Map<string, number>()
  const pairs = distinctPairs(references)
  for (const reference of pairs) {
    countKept(reference, kept)
    if (!reference.human) countRole(reference, roles)
    for (const word of smallWords(reference.target)) words.set(word, (words.get(word) ?? 0) + 1)
  }
  return {kept, roles, words, share: typicalShare(pairs), renderings: learnRenderings(references)}
}

/** Distinct words in small letters; none for a text that is written without spaces. */
const smallWords = (text: string): Set<string> => new Set(text.match(/(?<!\p{L})\p{Ll}{3,}(?!\p{L})/gu))

const ACRONYM_RE = /[A-Z][A-Z0-9]+s?/g

/** A run of capitals that is no protocol: most texts have none, and are not read for one. */
const hasAcronym = (source: string): boolean =>
  (foldWidth(source).match(ACRONYM_RE) ?? []).some((run) => !isWire(singular(run)))

const countKept = ({source, target}: Reference, kept: Map<string, {kept: number; total: number}>): void => {
  if (!hasAcronym(source)) return
  const {acronyms} = readEnglish(source)
  if (acronyms.length === 0) return
  const tokens = new Set(latinWords(target).map(({text}) => singular(text)))
  for (const token of acronyms) {
    const seen = kept.get(token) ?? {kept: 0, total: 0}
    kept.set(token, {kept: seen.kept + (tokens.has(token) ? 1 : 0), total: seen.total + 1})
  }
}

/** The part before the first slash, when it is a word and no token: `Access` of `Access/SIP(TLS)/TCP/443`. */
export const roleOf = (path: string): string | null => {
  const [role = ''] = path.split('/')
  return role.length > 1 && !/^[A-Z0-9]+$/.test(role) ? role.trim() : null
}

const countRole = ({source, target}: Reference, roles: Map<string, Map<string, number>>): void => {
  const role = mayBePath(source) && readEnglish(source).path ? roleOf(source) : null
  const own = roleOf(target)
  if (role === null || own === null) return
  const words = roles.get(role) ?? new Map<string, number>()
  words.set(own, (words.get(own) ?? 0) + 1)
  roles.set(role, words)
}
