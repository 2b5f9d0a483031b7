/** Tells by the nouns of a language whether a text names a machine, and takes the name out of a heading. */

import {localeData} from '../../languages/languages.ts'
import {aroundWordsOf} from '../../languages/lists/around-words.ts'
import {memoizeByLocale, onceByLocale} from '../../text/memoize.ts'
import {foldSearch, foldSpace} from '../../text/normalize.ts'
import {WordList} from '../limits/word-list.ts'

/** A heading of more words is a sentence. */
const MAX_WORDS = 7
const MAX_LENGTH = 80
const MEMORY = 1000

/** A word, or a run of letters of a language without spaces. */
const wordRE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu
const spacedRE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u

interface Nouns {
  words: ReadonlySet<string>
  phrases: string[]
  starts: string[]
  ends: string[]
  /** Of languages without spaces, found anywhere. */
  anywhere: string[]
}

const nouns = new Map<string, Nouns>()

function nounsOf(locale: string): Nouns {
  const known = nouns.get(locale)
  if (known) return known
  const all = localeData(locale).rules.machines.map(foldSearch)
  const plain = all.filter((word) => !word.includes('*'))
  const made: Nouns = {
    words: new Set(plain.filter((word) => !word.includes(' '))),
    phrases: plain.filter((word) => word.includes(' ') && spacedRE.test(word)),
    starts: all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    ends: all.filter((word) => word.startsWith('*')).map((word) => word.slice(1)),
    anywhere: plain.filter((word) => !spacedRE.test(word)),
  }
  nouns.set(locale, made)
  return made
}

/** Whether a text holds a noun for a machine. */
export function namesMachine(text: string, locale: string): boolean {
  const told = foldSearch(text)
  const {words, phrases, starts, ends, anywhere} = nounsOf(locale)
  if (anywhere.some((word) => told.includes(word.replaceAll(' ', '')) || told.includes(word))) return true
  const found = told.match(wordRE) ?? []
  return (
    found.some(
      (word) =>
        words.has(word) ||
        starts.some((start) => word.startsWith(start)) ||
        ends.some((end) => word.endsWith(end)),
    ) || phrases.some((phrase) => ` ${found.join(' ')} `.includes(` ${phrase} `))
  )
}

/** The name of the machine that a heading is about: `ATA Center` of `ATA Center requirements`; null where it names none. */
export const machineOfHeading: (heading: string, locale: string) => string | null = (heading, locale) =>
  named(heading, locale) || null

const named = memoizeByLocale(readMachine, MEMORY)

/** Empty where it names none. */
function readMachine(heading: string, locale: string): string {
  const text = foldSpace(heading.replace(/\s*\{#[^}]*\}\s*$/u, ''))
  if (text.length > MAX_LENGTH || /[:：?？!！。]/u.test(text)) return ''
  const {opening, closing} = activitiesOf(locale)
  if (opening.opens(foldSearch(text)) || closing.closes(foldSearch(text))) return ''
  const name = withoutGeneric(text, locale)
  if (name === '' || !namesMachine(name, locale)) return ''
  const words = foldSearch(name).match(wordRE) ?? []
  const {conjunctions, rules} = localeData(locale)
  const joints = new Set(
    [...conjunctions, ...rules.ways.to.filter((word) => word.length > 1)].map(foldSearch),
  )
  return words.length <= MAX_WORDS && !words.some((word) => joints.has(word)) ? name : ''
}

/** “Importing certificates for the host” is what somebody does, and no machine. */
const activitiesOf = onceByLocale((locale) => ({
  opening: new WordList(aroundWordsOf(locale, 'opening')),
  closing: new WordList(aroundWordsOf(locale, 'closing')),
}))

/** Without the words at either end that name no machine. */
function withoutGeneric(text: string, locale: string): string {
  const generic = genericOf(locale)
  let rest = text
  for (;;) {
    const before = rest
    rest = rest.replace(/^[\s:：()（）,、.–—-]+|[\s:：(（,、.–—-]+$/gu, '')
    const [first = ''] = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]+/u.exec(rest) ?? []
    const [last = ''] = /[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]+$/u.exec(rest) ?? []
    if (first !== '' && generic.words.has(foldSearch(first)) && first !== rest)
      rest = rest.slice(first.length)
    else if (last !== '' && generic.words.has(foldSearch(last)) && last !== rest)
      rest = rest.slice(0, -last.length)
    else {
      const start = generic.parts.find((part) => rest.startsWith(part) && rest !== part)
      const end = generic.parts.find((part) => rest.endsWith(part) && rest !== part)
      if (start !== undefined) rest = rest.slice(start.length)
      else if (end !== undefined) rest = rest.slice(0, -end.length)
    }
    if (rest === before) return rest
  }
}

const generics = new Map<string, {words: ReadonlySet<string>; parts: string[]}>()

function genericOf(locale: string): {words: ReadonlySet<string>; parts: string[]} {
  const known = generics.get(locale)
  if (known) return known
  const {generic} = localeData(locale).rules
  const made = {
    words: new Set(generic.filter((word) => spacedRE.test(word)).map(foldSearch)),
    parts: generic.filter((word) => !spacedRE.test(word)).toSorted((a, b) => b.length - a.length),
  }
  generics.set(locale, made)
  return made
}
