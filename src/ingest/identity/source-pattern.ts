/** Patterns by which a workspace tells the locale and the topic of a document from its path: `{locale}/{topic}.md`. */
import {UNDETERMINED} from '../../model/edition-language.ts'
import {lookUp} from '../../text/look-up.ts'
import {toLocale} from './locale-tag.ts'
import type {Placement} from './placement.ts'

const partRE = /\{(locale|topic)\}|(\*\*)|(\*)|([^{}*]+)|([{}])/g

const specialRE = /[\\^$.*+?()[\]{}|/]/g

/** Whether a text is a pattern: it names the locale or the topic, neither twice, and nothing else in braces. */
export function isPattern(text: string): boolean {
  const names = [...text.matchAll(partRE)].flatMap(([, name]) => name ?? [])
  const isKnown = [...text.matchAll(partRE)].every(([, , , , , brace]) => brace === undefined)
  return isKnown && names.length > 0 && new Set(names).size === names.length
}

const groups: Readonly<Record<string, string>> = {
  locale: '(?<locale>[^/]+?)',
  topic: '(?<topic>.+?)',
}

/** As a regular expression of the whole path; `*` stands for anything within a folder, `**` for any folders. */
export function patternToRegExp(pattern: string): RegExp {
  const source = pattern.replace(partRE, (_, name?: string, any?: string, some?: string, text?: string) => {
    if (name !== undefined) return lookUp(groups, name) ?? ''
    if (any !== undefined) return '.*'
    return some === undefined ? (text ?? '').replace(specialRE, '\\$&') : '[^/]*'
  })
  return new RegExp(`^${source}$`, 'u')
}

/** What the pattern tells of a path; null when it doesn't match, or what stands for the locale is none. */
export function placeByPattern(path: string, pattern: RegExp, own: string | null): Placement | null {
  const found = pattern.exec(path)?.groups
  if (found === undefined) return null
  const {locale: tag, topic} = found
  const locale = tag === undefined ? own : toLocale(tag)
  if (tag !== undefined && locale === null) return null
  const stem = topic ?? (tag === undefined ? path : path.replace(tag, '*'))
  return {
    locale: locale ?? UNDETERMINED,
    by: locale === null ? null : 'configuration',
    stem: stem.toLowerCase(),
  }
}
