/** Words of one stem as one: the Snowball stemmers, for the languages that have one. */
import {stemmer as ar} from '@orama/stemmers/arabic'
import {stemmer as hy} from '@orama/stemmers/armenian'
import {stemmer as bg} from '@orama/stemmers/bulgarian'
import {stemmer as da} from '@orama/stemmers/danish'
import {stemmer as nl} from '@orama/stemmers/dutch'
import {stemmer as en} from '@orama/stemmers/english'
import {stemmer as fi} from '@orama/stemmers/finnish'
import {stemmer as fr} from '@orama/stemmers/french'
import {stemmer as de} from '@orama/stemmers/german'
import {stemmer as el} from '@orama/stemmers/greek'
import {stemmer as hu} from '@orama/stemmers/hungarian'
import {stemmer as id} from '@orama/stemmers/indonesian'
import {stemmer as it} from '@orama/stemmers/italian'
import {stemmer as lt} from '@orama/stemmers/lithuanian'
import {stemmer as nb} from '@orama/stemmers/norwegian'
import {stemmer as pt} from '@orama/stemmers/portuguese'
import {stemmer as ro} from '@orama/stemmers/romanian'
import {stemmer as ru} from '@orama/stemmers/russian'
import {stemmer as es} from '@orama/stemmers/spanish'
import {stemmer as sv} from '@orama/stemmers/swedish'
import {stemmer as tr} from '@orama/stemmers/turkish'
import {memoize} from './memoize.ts'

type Stem = (word: string) => string

const stemmers: Record<string, Stem> = {
  ar,
  bg,
  da,
  de,
  el,
  en,
  es,
  fi,
  fr,
  hu,
  hy,
  id,
  it,
  lt,
  nb,
  nl,
  no: nb,
  pt,
  ro,
  ru,
  sv,
  tr,
}

/** Stems that are kept; texts of one workspace have fewer words. */
const MOST = 20_000

const memoized = new Map(
  Object.entries(stemmers).map(([language, stem]) => [language, memoize(stem, MOST)] as const),
)
const english = memoize(en, MOST)

/**
 * The stem of a word in small letters, in the language of a tag such as `fr-CA`. Where the language has no stemmer that of
 * English serves: names that a text in another script keeps are then the same word on both sides.
 */
export const stemmerOf = (locale: string): Stem => memoized.get(locale.split('-')[0] ?? '') ?? english
