/** Turns the entries of a TBX file into termbase entries. */

import type {Concept, ConceptTerm, TermStatus} from '../../formats/tbx/read.ts'
import {openStateOf} from '../../formats/work-state.ts'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Diagnostic} from '../../model/schema.ts'
import {keyOf} from '../../reconcile/engine/context.ts'
import type {Term, Termbase} from '../../reconcile/learning/termbase-schema.ts'
import type {Unfinished} from './unfinished.ts'

export interface TermPlan {
  /** New or changed entries by locale, sorted by their English. */
  entries: Map<string, Term[]>
  unchanged: number
  /** Terms that nobody has finished, and that the termbase does not have. */
  left: Unfinished[]
  diagnostics: Diagnostic[]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const textsOf = ({terms}: Concept, status: TermStatus): string[] => [
  ...new Set(terms.filter((term) => term.status === status).map(({text}) => text)),
]

/** Every rendering with its status: equal for termbases that say the same. */
const essenceOf = (terms: readonly Pick<Term, 'approved' | 'accepted' | 'forbidden'>[]): string => {
  const approved = terms.map((term) => `approved ${term.approved}`)
  const accepted = terms.flatMap((term) => term.accepted.map((text) => `accepted ${text}`))
  const forbidden = terms.flatMap((term) => term.forbidden.map((text) => `forbidden ${text}`))
  return [...new Set([...approved, ...accepted, ...forbidden])].toSorted(compare).join('\n')
}

/** A concept as an entry; what is known of the old one and stands in no TBX (severity, note) is kept. */
function toTerm({concept, left}: Taken, known: Term | undefined, file: string): Term | Diagnostic {
  const [approved, ...others] = textsOf(concept, 'approved')
  const accepted = [...new Set([...others, ...textsOf(concept, 'accepted')])]
  const best = approved ?? accepted.shift()
  const forbidden = textsOf(concept, 'forbidden')
  const clash = forbidden.find((text) => text === best || accepted.includes(text))
  const problem = (id: DiagnosticId, message: string, hint: string): Diagnostic => ({
    place: concept.place,
    // What is unfinished is left; it must not stop the rest.
    severity: best === undefined && left.length > 0 ? 'warning' : 'error',
    id,
    message,
    hint,
  })
  if (best === undefined)
    return problem(
      'term-not-approved',
      `expected a ${left.length > 0 ? 'finished ' : ''}term in ${concept.locale} that may be used for “${concept.source}”, found forbidden ones only`,
      'mark one term as preferredTerm',
    )
  if (clash !== undefined)
    return problem(
      'term-forbids-itself',
      `expected one status for “${clash}” (“${concept.source}” in ${concept.locale}), found it allowed and deprecated`,
      'take one of the two out',
    )
  const note = concept.note || known?.note || `imported from ${file}`
  return {
    source: concept.source,
    approved: best,
    accepted,
    forbidden,
    severity: known?.severity ?? 'minor',
    note,
  }
}

/** A concept with the terms that count, and those that are unfinished. */
interface Taken {
  concept: Concept
  left: Unfinished[]
}

/** Terms that are finished or taken on the user's word; what the termbase has already stays as it is there. */
function takeTerms(concept: Concept, known: readonly Term[], accepted: ReadonlySet<string>): Taken {
  const left: Unfinished[] = []
  const {locale, source} = concept
  const terms = concept.terms.flatMap((term): ConceptTerm[] => {
    const state = openStateOf(term.states, accepted)
    if (state === undefined) return [term]
    const status = statusIn(known, term.text)
    if (status !== null) return [{...term, status}]
    left.push({state, locale, source, text: term.text, place: term.place})
    return []
  })
  return {concept: {...concept, terms}, left}
}

const statusIn = (known: readonly Term[], text: string): TermStatus | null => {
  if (known.some(({approved}) => approved === text)) return 'approved'
  if (known.some(({accepted}) => accepted.includes(text))) return 'accepted'
  return known.some(({forbidden}) => forbidden.includes(text)) ? 'forbidden' : null
}

/** What an import of concepts changes; terms in an `accepted` state count as finished. Nothing is to be written when a diagnostic is an error. */
export function planTermImport(
  concepts: Iterable<Concept>,
  termbases: ReadonlyMap<string, Termbase>,
  accepted: ReadonlySet<string> = new Set(),
): TermPlan {
  const entries = new Map<string, Term[]>()
  const diagnostics: Diagnostic[] = []
  const unfinished: Unfinished[] = []
  let unchanged = 0
  for (const read of concepts) {
    const {locale, source, place} = read
    const known = (termbases.get(locale)?.entries ?? []).filter(
      (term) => keyOf(term.source) === keyOf(source),
    )
    const taken = takeTerms(read, known, accepted)
    const {concept, left} = taken
    unfinished.push(...left)
    if (concept.terms.length === 0) continue
    const term = toTerm(taken, known[0], place.path)
    if ('hint' in term) diagnostics.push(term)
    else {
      // Several preferred terms are several entries of ours; as one they say the same.
      const preferred = textsOf(concept, 'approved').map((approved) => ({...term, approved, accepted: []}))
      const asWritten = [...preferred, {...term, accepted: textsOf(concept, 'accepted')}]
      const same = [essenceOf([term]), essenceOf(asWritten)].includes(essenceOf(known))
      if (known.length > 0 && same) unchanged += 1
      else entries.set(locale, [...(entries.get(locale) ?? []), term])
    }
  }
  for (const own of entries.values()) own.sort((a, b) => compare(a.source, b.source))
  return {entries, unchanged, left: unfinished, diagnostics}
}

/** A termbase with changed entries in the place of the old ones, and new ones after them. */
export function mergeTerms(known: Termbase | undefined, locale: string, changed: readonly Term[]): Termbase {
  const fresh = new Map(changed.map((term) => [keyOf(term.source), term]))
  const replaced = new Set<string>()
  const kept = (known?.entries ?? []).flatMap((term) => {
    const key = keyOf(term.source)
    if (replaced.has(key)) return []
    const replacement = fresh.get(key)
    if (replacement === undefined) return [term]
    replaced.add(key)
    return [replacement]
  })
  return {
    locale,
    entries: [...kept, ...[...fresh].filter(([key]) => !replaced.has(key)).map(([, term]) => term)],
  }
}
