/** Finds what is known of a locale: its own data first, then the words and characters that hold in every language. */
import base from './base.json' with {type: 'json'}
import {outlineOf} from './outlines.ts'
import * as registry from './registry.ts'
import {scriptsOf} from './scripts-of.ts'
import type {LocaleData} from './words-schema.ts'

const files: readonly LocaleData[] = Object.values(registry)

/** Tags with data of their own, sorted, `en` included. */
export const knownLocales: string[] = files.map((file) => file.locale).sort()

const merged = new Map<string, LocaleData>()

/**
 * The data of a locale, merged over the base, so that English words of a half-translated page are known too.
 * A tag without a file of its own is served by the file whose `matches` holds its longest beginning (`fr-CA` by
 * `fr`), any other by the base with the writing that CLDR knows of it. Never throws.
 */
export function localeData(locale: string): LocaleData {
  // As it is written: what is kept says the tag that was asked for, whoever asked for it first.
  let data = merged.get(locale)
  if (!data) {
    data = merge(locale, serving(locale.toLowerCase()))
    merged.set(locale, data)
  }
  return data
}

function serving(tag: string): LocaleData | null {
  for (let head = tag; head !== ''; head = head.slice(0, Math.max(0, head.lastIndexOf('-')))) {
    const file = files.find(({locale, matches}) => [locale, ...matches].some((t) => t.toLowerCase() === head))
    if (file) return file
  }
  return bareRE.test(tag) ? likely(tag) : null
}

const bareRE = /^[a-z]{2,3}$/

/** The file of the script that a language is mostly written in: `zh` is `zh-Hans`. */
function likely(language: string): LocaleData | null {
  const {script} = new Intl.Locale(language).maximize()
  return script === undefined ? null : serving(`${language}-${script}`.toLowerCase())
}

/** The base with the few words that are known of a language without a file. */
function mergeOutline(locale: string): LocaleData {
  const outline = outlineOf(locale)
  if (outline === null) return base
  const {headers, answers, denial, ranges, rules} = outline
  const {directions, requirement, ways} = rules
  return {
    ...base,
    headers: mergeLists(headers, base.headers),
    anyWords: union(outline.anyWords, base.anyWords),
    noneWords: union(outline.noneWords, base.noneWords),
    optionalWords: union(outline.optionalWords, base.optionalWords),
    answers: mergeWords(answers, base.answers),
    conjunctions: union(outline.conjunctions, base.conjunctions),
    rangeWords: union(ranges.words, base.rangeWords),
    rangeFrames: union(ranges.frames, base.rangeFrames),
    openRanges: mergeWords(ranges.open, base.openRanges),
    namedRanges: union(ranges.named, base.namedRanges),
    denial: {
      ...base.denial,
      allows: union(denial.allows, base.denial.allows),
      actions: union(denial.actions, base.denial.actions),
      words: union(denial.words, base.denial.words),
      phrases: union(denial.phrases, base.denial.phrases),
    },
    rules: {
      ...base.rules,
      headers: mergeLists(rules.headers, base.rules.headers),
      directions: mergeWords(directions, base.rules.directions),
      anyEndpoints: union(outline.anyWords, base.rules.anyEndpoints),
      ways: mergeWords(ways, base.rules.ways),
      requirement: {
        ...base.rules.requirement,
        required: union(requirement.required, base.rules.requirement.required),
        optional: union(requirement.optional, base.rules.requirement.optional),
        legacy: union(requirement.legacy, base.rules.requirement.legacy),
      },
    },
  }
}

function merge(locale: string, own: LocaleData | null): LocaleData {
  if (!own) return {...mergeOutline(locale), locale, scripts: scriptsOf(locale)}
  return {
    locale,
    name: own.name,
    matches: own.matches,
    scripts: union(own.scripts, base.scripts),
    headers: mergeLists(own.headers, base.headers),
    conjunctions: union(own.conjunctions, base.conjunctions),
    rangeWords: union(own.rangeWords, base.rangeWords),
    rangeFrames: union(own.rangeFrames, base.rangeFrames),
    digitGroups: union(own.digitGroups, base.digitGroups),
    listSeparators: union(own.listSeparators, base.listSeparators),
    anyWords: union(own.anyWords, base.anyWords),
    portWords: union(own.portWords, base.portWords),
    totalWords: union(own.totalWords, base.totalWords),
    noneWords: union(own.noneWords, base.noneWords),
    noteWords: union(own.noteWords, base.noteWords),
    openRanges: mergeWords(own.openRanges, base.openRanges),
    namedRanges: union(own.namedRanges, base.namedRanges),
    additionWords: union(own.additionWords, base.additionWords),
    figureWords: union(own.figureWords, base.figureWords),
    answers: mergeWords(own.answers, base.answers),
    conditions: mergeWords(own.conditions, base.conditions),
    denial: mergeWords(own.denial, base.denial),
    purposes: mergeWords(own.purposes, base.purposes),
    rules: mergeRules(own.rules, base.rules),
    notPorts: union(own.notPorts, base.notPorts),
    foreignHeaders: union(own.foreignHeaders, base.foreignHeaders),
    dittoWords: union(own.dittoWords, base.dittoWords),
    optionalWords: union(own.optionalWords, base.optionalWords),
    limitWords: union(own.limitWords, base.limitWords),
    plainRemarks: union(own.plainRemarks, base.plainRemarks),
    interfaces: mergeWords(own.interfaces, base.interfaces),
    ...(own.endpointWords === undefined ? {} : {endpointWords: own.endpointWords}),
    style: own.style,
  }
}

function mergeRules(own: LocaleData['rules'], other: LocaleData['rules']): LocaleData['rules'] {
  return {
    headers: mergeLists(own.headers, other.headers),
    directions: mergeWords(own.directions, other.directions),
    ways: mergeWords(own.ways, other.ways),
    sides: mergeWords(own.sides, other.sides),
    connections: union(own.connections, other.connections),
    machines: union(own.machines, other.machines),
    generic: union(own.generic, other.generic),
    anyEndpoints: union(own.anyEndpoints, other.anyEndpoints),
    itself: union(own.itself, other.itself),
    participles: mergeWords(own.participles, other.participles),
    requirement: mergeWords(own.requirement, other.requirement),
    protocolNumbers: mergeWords(own.protocolNumbers, other.protocolNumbers),
    requirementLetters: mergeWords(own.requirementLetters, other.requirementLetters),
  }
}

function mergeLists(own: Record<string, string[]>, base: Record<string, string[]>): Record<string, string[]> {
  const [first, second] = [new Map(Object.entries(own)), new Map(Object.entries(base))]
  const keys = union([...first.keys()], [...second.keys()])
  return Object.fromEntries(keys.map((key) => [key, union(first.get(key) ?? [], second.get(key) ?? [])]))
}

/** Of two objects with the same lists. */
function mergeWords<Key extends string>(
  own: Record<Key, string[]>,
  other: Record<Key, string[]>,
): Record<Key, string[]> {
  const merged = {...own}
  for (const key in merged) merged[key] = union(own[key], other[key])
  return merged
}

function union(first: readonly string[], second: readonly string[]): string[] {
  return [...new Set([...first, ...second])]
}
