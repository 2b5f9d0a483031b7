/**
 * Reads term bases: TBX of ISO 30042:2019 in both styles (`termNote type="administrativeStatus"`, or an element of that
 * name) and of 2008 (`martif`), with how far the work on each term is.
 *
 * Data categories: `administrativeStatus` and `normativeAuthorization` say whether a term is to be used; `processStatus`,
 * `elementWorkingStatus` and `languagePlanningQualifier` whether it is finished. A section without any of them is unstated.
 */

import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Place} from '../../model/schema.ts'
import {
  type ChunkReader,
  canonicalLocale,
  type FileMarks,
  isEnglish,
  MAX_TEXT,
  type ReadingOf,
  shorten,
} from '../interchange-unit.ts'
import {FINISHED_TERM, UNSTATED, unfinishedTerm, unknownState, type WorkState} from '../work-state.ts'
import {type XmlElement, xmlReader} from '../xml-reader.ts'

export type TermStatus = 'approved' | 'accepted' | 'forbidden'

export interface ConceptTerm {
  text: string
  status: TermStatus
  /** How far the work on the term is; never empty. */
  states: readonly WorkState[]
  place: Place
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

/** Terms of a standard, of a law or of an authority may be used; which one is preferred they don't say. */
const STATUSES = new Map<string, TermStatus>([
  ['preferredTerm', 'approved'],
  ['admittedTerm', 'accepted'],
  ['standardizedTerm', 'accepted'],
  ['legalTerm', 'accepted'],
  ['regulatedTerm', 'accepted'],
  ['deprecatedTerm', 'forbidden'],
  ['supersededTerm', 'forbidden'],
])

/** Categories whose values are statuses. */
const STATUS_CATEGORIES = new Set(['administrativeStatus', 'normativeAuthorization'])
/** Categories that say how far the work is, of a term, of its language or of the whole entry. */
const WORK_CATEGORIES = new Set(['processStatus', 'elementWorkingStatus', 'languagePlanningQualifier'])

/** A term as it is read: `use` is null until its section says one. */
interface PendingTerm {
  text: string
  use: TermStatus | null
  states: WorkState[]
  place: Place
}

/** From what is to be used to what must not be. */
const RANKS: readonly TermStatus[] = ['approved', 'accepted', 'forbidden']

const ENTRIES = new Set(['conceptEntry', 'termEntry'])
const LANGUAGES = new Set(['langSec', 'langSet'])
const TERMS = new Set(['termSec', 'tig', 'ntig'])

interface Language {
  tag: string | null
  terms: PendingTerm[]
  notes: string[]
  states: WorkState[]
  place: Place
}

interface Entry {
  id: string
  states: WorkState[]
  languages: Language[]
  notes: string[]
  place: Place
}

/** What the term says, its language and its entry; a status alone is finished, and an unknown one is none. */
const asConceptTerm = (
  {text, use, states, place}: PendingTerm,
  around: readonly WorkState[],
): ConceptTerm => {
  const said = [...states, ...around]
  return {
    text,
    status: use ?? 'accepted',
    states: said.length > 0 ? said : [use === null ? UNSTATED : FINISHED_TERM],
    place,
  }
}

function entryToReadings({id, languages, notes, states, place}: Entry): ReadingOf<TermReading>[] {
  const problem = (at: Place, kind: DiagnosticId, message: string, hint: string): ReadingOf<TermReading> => ({
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
      const terms = language.terms
        .filter(({text}) => text !== '')
        .map((term) => asConceptTerm(term, [...language.states, ...states]))
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

export const tbx: FileMarks = {extensions: ['.tbx'], roots: ['tbx', 'martif']}

/** A reader of one TBX file; `path` names it in places. Errors: see `xmlReader`. */
export function tbxReader(path: string): ChunkReader<TermReading> {
  let entry: Entry | null = null
  let language: Language | null = null
  let term: PendingTerm | null = null
  /** What text is gathered for, and the element that ends it. */
  let wanted: {name: string; take: (text: string) => void; pieces: string[]; length: number} | null = null
  let count = 0

  const gather = (name: string, take: (text: string) => void) => {
    wanted = {name, take, pieces: [], length: 0}
  }
  const takeStatus = (own: PendingTerm) => (text: string) => {
    const status = STATUSES.get(text.replace(/-admn-sts$/, ''))
    if (status === undefined) own.states.push(unfinishedTerm(text) ?? unknownState(text))
    // Two categories that differ: the one that allows less counts.
    else if (own.use === null || RANKS.indexOf(status) > RANKS.indexOf(own.use)) own.use = status
  }
  const takeWork = (states: WorkState[]) => (text: string) => {
    const state = unfinishedTerm(text)
    if (state !== null) states.push(state)
    else if (text === 'finalized') states.push(FINISHED_TERM)
  }
  const openInEntry = ({name, attributes, place}: XmlElement, own: Entry) => {
    const {type, 'xml:lang': tag} = attributes
    if (LANGUAGES.has(name)) {
      language = {tag: tag ?? null, terms: [], notes: [], states: [], place}
      own.languages.push(language)
    } else if (TERMS.has(name) && language !== null) {
      term = {text: '', use: null, states: [], place}
      language.terms.push(term)
    } else if (name === 'term' && term !== null) {
      const current = term
      gather(name, (text) => {
        current.text = text
      })
    } else if (term !== null && (STATUS_CATEGORIES.has(name) || STATUS_CATEGORIES.has(type ?? '')))
      gather(name, takeStatus(term))
    else if (WORK_CATEGORIES.has(name) || WORK_CATEGORIES.has(type ?? ''))
      gather(name, takeWork((term ?? language ?? own).states))
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
        entry = {id: attributes['id'] ?? `${count}`, languages: [], notes: [], states: [], place}
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
