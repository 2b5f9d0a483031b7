/** Names of products that a translation keeps in Latin letters, and names that it keeps or translates whole. */
import {ofVocabularies} from '../../facts/vocabulary/vocabularies.ts'
import data from './generic-words.json' with {type: 'json'}

export interface ProductName {
  name: string
  words: string[]
  /** Kept in every language; else it may be translated, but never in part. */
  kept: boolean
}

const generic = new Set(data.generic.map((word) => word.toLowerCase()))

const asName =
  (kept: boolean) =>
  (name: string): ProductName => ({name, words: name.split(' '), kept})

interface Names {
  /** Longest first, so that a name inside another does not speak for it. */
  all: readonly ProductName[]
  brands: ReadonlySet<string>
}

const names: () => Names = ofVocabularies((vocabularies) => {
  const kept = vocabularies.flatMap(({products}) => products.kept)
  const wholeOrNot = vocabularies.flatMap(({products}) => products.wholeOrNot)
  const firstWords = Map.groupBy(
    kept.filter((name) => name.includes(' ')),
    (name) => name.split(' ')[0] ?? '',
  )
  return {
    all: [...kept.map(asName(true)), ...wholeOrNot.map(asName(false))].toSorted(
      (a, b) => b.name.length - a.name.length,
    ),
    brands: new Set([...firstWords].flatMap(([word, own]) => (own.length > 1 ? [word] : []))),
  }
})

/** Whether several kept names begin with the word. */
export const isBrand = (word: string): boolean => names().brands.has(word)

const makers = new Set(data.makers)

/** Whether the word is the name of a company, not of a product: a product is known without it, too. */
export const isMaker = (word: string): boolean => makers.has(word)

/** Words that a translation of a name may render in its own language: `Survivable Branch 伺服器`. */
export const isGenericWord = (word: string): boolean => generic.has(word.toLowerCase())

/** The names that an English text holds. */
export const readNames = (text: string): ProductName[] => {
  let rest = text
  return names().all.filter(({name}) => {
    if (!standsIn(rest, name)) return false
    rest = rest.replaceAll(name, ' '.repeat(name.length))
    return true
  })
}

const standsIn = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!/[A-Za-z]/.test(text[at - 1] ?? '') && !/[a-rt-z]/.test(text[at + name.length] ?? '')) return true
  }
  return false
}
