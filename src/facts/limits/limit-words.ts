/** The templates of a language for limits, as patterns for folded text (`foldSearch`). */
import {localeData} from '../../languages/languages.ts'
import {limitWordsOf} from '../../languages/lists/limiting.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {CLAUSE_ENDS, SENTENCE_ENDS} from '../../text/sentences.ts'

/** Which end of a rule a limit is of; null where its words don't tell. */
export type Side = 'source' | 'destination' | null

/** `only`: nothing but what is named; `except`: anything but that. */
export type LimitKind = 'only' | 'except'

export interface LimitPattern {
  side: Side
  kind: LimitKind
  /** Finds it anywhere in a clause; the group `x` is what is named. */
  anywhere: RegExp
  /** Whether words may stand between those of the template. */
  hasGap: boolean
}

export interface LimitPatterns {
  limits: LimitPattern[]
  /** Words before what is named that tell of one way: `to`. */
  leads: Record<'source' | 'destination', string[]>
  /** Whole texts. */
  beside: {side: Side; whole: RegExp}[]
  /** `from {x}`, `to {x}` anywhere in a clause. */
  ways: RegExp[]
  conditional: RegExp[]
  fillers: string[]
  places: ReadonlySet<string>
  /** Endings of compounds: `*netz`. */
  placeEnds: string[]
  /** Of languages without spaces, found anywhere. */
  placesAnywhere: string[]
}

const spacedRE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/u
const ENDS = `${CLAUSE_ENDS}${SENTENCE_ENDS}()（）`
/** A longer name is a sentence. */
const NAME = `(?<x>(?:[^.:${ENDS}]|[.:](?=[0-9a-z:])){1,80}?)`
/** In the middle of a text the name ends with its clause. */
const END = `(?=\\s?(?:[${ENDS}]|[.:](?![0-9a-z])|$))`

/** Of one locale with English. */
export const limitPatternsOf = onceByLocale((locale): LimitPatterns => {
  const all = limitWordsOf(locale)
  const limits = all.flatMap(({source, destination, either}) =>
    (['only', 'except'] as const).flatMap((kind) => [
      ...source[kind].map((template) => ({side: 'source' as const, kind, template})),
      ...destination[kind].map((template) => ({side: 'destination' as const, kind, template})),
      ...either[kind].map((template) => ({side: null, kind, template})),
    ]),
  )
  const places = all.flatMap((words) => words.places.map(foldSearch))
  return {
    limits: limits
      // What tells the side goes before what doesn't, and more words before fewer.
      .toSorted((a, b) => Number(a.side === null) - Number(b.side === null) || wordsIn(b) - wordsIn(a))
      .map(({template, ...limit}) => ({
        ...limit,
        anywhere: toPattern(template, false),
        hasGap: template.includes(' * '),
      })),
    leads: {
      source: leadsOf(all.flatMap(({beside}) => beside.source)),
      destination: leadsOf(all.flatMap(({beside}) => beside.destination)),
    },
    beside: all.flatMap(({beside}) => [
      ...beside.source.map((template) => ({side: 'source' as const, whole: toPattern(template, true)})),
      ...beside.destination.map((template) => ({
        side: 'destination' as const,
        whole: toPattern(template, true),
      })),
      ...beside.either.map((template) => ({side: null, whole: toPattern(template, true)})),
    ]),
    ways: all.flatMap(({beside}) =>
      [...beside.source, ...beside.destination].map((template) => toPattern(template, false)),
    ),
    conditional: all.flatMap(({conditional}) => conditional.map((template) => toPattern(template, true))),
    fillers: all.flatMap(({fillers}) => fillers),
    places: new Set(places.filter((word) => spacedRE.test(word) && !word.startsWith('*'))),
    placeEnds: places.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
    placesAnywhere: places.filter((word) => !spacedRE.test(word)),
  }
})

/** Words for “and” and “or”, also of English, which half-translated cells have. */
export const conjunctionsOf = (locale: string): string[] =>
  [...new Set([...localeData(locale).conjunctions, 'and', 'or'])].filter((word) => /^\p{L}+$/u.test(word))

/** Of templates with spaces, what stands before the name. */
const leadsOf = (templates: readonly string[]): string[] =>
  templates
    .filter((template) => template.endsWith(' {x}'))
    .map((template) => foldSearch(template.replace(' {x}', '')))

/** Whether a text is of words with spaces between them. */
export const isWordy = (text: string): boolean => spacedRE.test(text)

const wordsIn = ({template}: {template: string}): number => template.length

/** Words with spaces end where their letters end; what is written without spaces may stand anywhere. */
function toPattern(template: string, whole: boolean): RegExp {
  const [before = '', after = ''] = foldSearch(template.replace('{x}', '\u0001')).split('\u0001')
  const isWhole = !template.includes('{x}')
  const words = (text: string): string =>
    text
      .trim()
      .replace(/[.+?^${}()|[\]\\]/gu, '\\$&')
      .replaceAll(' * ', '\\s(?:\\S+\\s){1,3}?')
      .replaceAll(' ', '\\s')
  const spaced = (text: string): boolean => spacedRE.test(text)
  const lead = before === '' ? '' : `${words(before)}${before.endsWith(' ') ? '\\s' : '\\s?'}`
  const tail = after === '' ? '' : `${after.startsWith(' ') ? '\\s' : '\\s?'}${words(after)}`
  const start = before !== '' && spaced(before) ? '(?<![\\p{L}\\p{N}])' : ''
  const border = after !== '' && spaced(after) ? '(?![\\p{L}\\p{N}])' : ''
  if (isWhole) return new RegExp(`^${words(before)}$`, 'u')
  // A name behind the words ends with its clause, one before them starts with it.
  const open = before === '' ? (whole ? '' : `(?<=^|[.:${ENDS}]\\s?)`) : start
  const close = after === '' || (before === '' && spaced(after)) ? (whole ? '' : END) : border
  return whole
    ? new RegExp(`^${lead}${NAME}${tail}$`, 'u')
    : new RegExp(`${open}${lead}${NAME}${tail}${close}`, 'u')
}
