/**
 * Reads term bases: TBX of ISO 30042:2019 in both styles (`termNote type="administrativeStatus"`, or an element of that
 * name) and of 2008 (`martif`).
 */

import type {Place} from '../dataset/schema.ts'
import {lookUp} from '../text/look-up.ts'
import {type ChunkReader, canonicalLocale, isEnglish, MAX_TEXT, type ReadingOf, shorten} from './unit.ts'
import {type XmlElement, xmlReader} from './xml-reader.ts'

export type TermStatus = 'approved' | 'accepted' | 'forbidden'

export interface ConceptTerm {
  text: string
  status: TermStatus
}

/** What one language calls a concept; `source` is the first English term. */
export interface Concept {
  source: string
  locale: string
  terms: ConceptTerm[]
  note: string
  place: Place
}

type TermReading = {concept: Concept}

const STATUSES: Record<string, TermStatus> = {
  'preferredTerm-admn-sts': 'approved',
  'admittedTerm-admn-sts': 'accepted',
  'deprecatedTerm-admn-sts': 'forbidden',
  'supersededTerm-admn-sts': 'forbidden',
  preferredTerm: 'approved',
  admittedTerm: 'accepted',
  deprecatedTerm: 'forbidden',
  supersededTerm: 'forbidden',
}

const ENTRIES = new Set(['conceptEntry', 'termEntry'])
const LANGUAGES = new Set(['langSec', 'langSet'])
const TERMS = new Set(['termSec', 'tig', 'ntig'])

interface Language {
  tag: string | null
  terms: ConceptTerm[]
  notes: string[]
  place: Place
}

interface Entry {
  id: string
  languages: Language[]
  notes: string[]
  place: Place
}

function entryToReadings({id, languages, notes, place}: Entry): ReadingOf<TermReading>[] {
  const problem = (at: Place, kind: string, message: string, hint: string): ReadingOf<TermReading> => ({
    diagnostic: {place: at, severity: 'warning', id: kind, message, hint},
  })
  const english = languages.find(({tag}) => tag !== null && isEnglish(tag))
  const source = english?.terms.find(({text}) => text !== '')?.text
  if (source === undefined)
    return [
      problem(
        place,
        'missing-source',
        `expected an English term in entry “${shorten(id)}”, found none`,
        'give the entry a section with xml:lang="en"; it was left out',
      ),
    ]
  return languages
    .filter((language) => language !== english)
    .map((language): ReadingOf<TermReading> => {
      const locale = language.tag === null ? null : canonicalLocale(language.tag)
      const terms = language.terms.filter(({text}) => text !== '')
      if (locale === null)
        return problem(
          language.place,
          'unknown-locale',
          `expected a language as a BCP 47 tag in entry “${shorten(id)}”, found ${language.tag ?? 'none'}`,
          'name the language like zh-TW or fr-FR',
        )
      if (terms.length === 0)
        return problem(
          language.place,
          'empty-target',
          `expected a term in ${locale} in entry “${shorten(id)}”, found none`,
          'give the section a term, or remove it',
        )
      return {
        concept: {
          source,
          locale,
          terms,
          note: [...notes, ...language.notes].join(' '),
          place: language.place,
        },
      }
    })
}

/** A reader of one TBX file; `path` names it in places. Errors: see `xmlReader`. */
export function tbxReader(path: string): ChunkReader<TermReading> {
  let entry: Entry | null = null
  let language: Language | null = null
  let term: ConceptTerm | null = null
  /** What text is gathered for, and the element that ends it. */
  let wanted: {name: string; take: (text: string) => void; pieces: string[]; length: number} | null = null
  let count = 0

  const gather = (name: string, take: (text: string) => void) => {
    wanted = {name, take, pieces: [], length: 0}
  }
  const takeStatus = (own: ConceptTerm) => (text: string) => {
    own.status = lookUp(STATUSES, text) ?? own.status
  }
  const openInEntry = ({name, attributes, place}: XmlElement, own: Entry) => {
    const {type, 'xml:lang': tag} = attributes
    if (LANGUAGES.has(name)) {
      language = {tag: tag ?? null, terms: [], notes: [], place}
      own.languages.push(language)
    } else if (TERMS.has(name) && language !== null) {
      // A term without a status is one that may be used.
      term = {text: '', status: 'accepted'}
      language.terms.push(term)
    } else if (name === 'term' && term !== null) {
      const current = term
      gather(name, (text) => {
        current.text = text
      })
    } else if (term !== null && (name === 'administrativeStatus' || type === 'administrativeStatus'))
      gather(name, takeStatus(term))
    else if (name === 'note' && term === null) {
      const {notes} = language ?? own
      gather(name, (text) => notes.push(text))
    }
  }

  return xmlReader<TermReading>(path, ['tbx', 'martif'], {
    open(element) {
      const {name, attributes, place} = element
      if (wanted !== null) return
      if (ENTRIES.has(name)) {
        count += 1
        entry = {id: attributes['id'] ?? `${count}`, languages: [], notes: [], place}
      } else if (entry !== null) openInEntry(element, entry)
    },
    text(piece) {
      if (wanted === null || wanted.length > MAX_TEXT) return
      wanted.pieces.push(piece)
      wanted.length += piece.length
    },
    close(name, emit) {
      if (wanted !== null) {
        if (wanted.name !== name) return
        wanted.take(wanted.pieces.join('').trim())
        wanted = null
      } else if (TERMS.has(name)) term = null
      else if (LANGUAGES.has(name)) language = null
      else if (ENTRIES.has(name) && entry !== null) {
        emit(entryToReadings(entry))
        entry = null
      }
    },
  })
}
