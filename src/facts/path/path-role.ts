/** Takes the Edge role off the front of a path: `Access/…`, `A/V/…`, `音声ビデオ/…`. */
import {lookUp} from '../../text/look-up.ts'
import {foldSearch} from '../../text/normalize.ts'
import {allVocabularies, inLanguage} from '../vocabulary/vocabularies.ts'
import type {Token} from './path-tokens.ts'

/** Slashes up to the end of a role, such as `音訊/視訊 (A/V)/`. */
const MAX_ROLE_SLASHES = 3

/** A role's other name: `音訊/視訊 (A/V)`. */
const BRACKETS_RE = /[(（][^()（）]{0,40}[)）]/gu

/** An unknown first part of a role: words, but no mark of a sentence. */
const ROLE_RE = /^[\p{L}\p{M}][\p{L}\p{M}0-9 .&'’・-]{0,40}$/u

/** An unknown first part that is written like the name of a protocol. */
const ACRONYM_RE = /^[A-Z][A-Z0-9]{1,9}$/u

export interface Lead {
  role: string | null
  /** A first part that is written like a protocol but not known as one. */
  protocol: string | null
  anomaly: string | null
  rest: Token[]
}

/** Takes the role off the front: a known one, with its own slash if it has one, else an unknown first part. */
export function readRole(text: string, tokens: readonly Token[], locale: string): Lead {
  const slashes = tokens.flatMap((token, i) => (token.kind === 'slash' ? [i] : []))
  const roles = roleNames(locale)
  for (const at of slashes.slice(0, MAX_ROLE_SLASHES).toReversed()) {
    const part = text.slice(0, tokens[at]?.start)
    const role = roles.get(roleKey(part))
    if (role !== undefined) return {role, protocol: null, anomaly: null, rest: tokens.slice(at + 1)}
  }
  const [at] = slashes
  const none: Lead = {role: null, protocol: null, anomaly: null, rest: [...tokens]}
  if (at === undefined || tokens.slice(0, at).some(({kind}) => kind !== 'word' && kind !== 'list'))
    return none
  const part = text.slice(0, tokens[at]?.start).trim()
  if (!ROLE_RE.test(part)) return none
  const rest = tokens.slice(at + 1)
  if (ACRONYM_RE.test(part)) return {...none, protocol: part, anomaly: `unknown protocol “${part}”`, rest}
  return {...none, role: part, anomaly: `unknown role “${part}”`, rest}
}

/** Without spaces, accents and brackets: `音声 / V` is `音声/V`. */
const roleKey = (part: string): string => foldSearch(part.replace(BRACKETS_RE, '')).replaceAll(' ', '')

const names = new WeakMap<object, Map<string, Map<string, string>>>()

/** Roles by every way that a locale spells them. */
function roleNames(locale: string): Map<string, string> {
  const all = allVocabularies()
  const byLocale = names.get(all) ?? new Map<string, Map<string, string>>()
  names.set(all, byLocale)
  let known = byLocale.get(locale)
  if (!known) {
    const entries = rolesIn(locale).flatMap((roles) => Object.entries(roles))
    known = new Map(entries.flatMap(([role, words]) => [role, ...words].map((word) => [roleKey(word), role])))
    byLocale.set(locale, known)
  }
  return known
}

/**
 * Roles as a locale spells them, its own spelling first: that is how they are written. A path is read alike in any document: with a
 * role in front it tells by itself what it is.
 */
const rolesIn = (locale: string): Record<string, string[]>[] =>
  [...inLanguage(locale, allVocabularies()), ...inLanguage('en', allVocabularies())].map(({roles}) => roles)

/** A role as a locale writes it; as it is where no vocabulary knows it. */
export const writeRole = (role: string, locale: string): string =>
  rolesIn(locale).flatMap((roles) => lookUp(roles, role)?.[0] ?? [])[0] ?? role
