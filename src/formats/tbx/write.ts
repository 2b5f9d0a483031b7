/**
 * A termbase as TBX-Basic: approved terms are preferred, accepted ones admitted, forbidden ones deprecated.
 *
 * Standard: ISO 30042:2019, dialect TBX-Basic in the "data category as attribute" style (DCA).
 */
import {xmlAttributes, xmlText} from '../xml.ts'

/** A termbase of one locale; the reconciler's own has this shape. */
export interface TbxTermbase {
  locale: string
  entries: readonly {
    /** English term. */
    source: string
    approved: string
    accepted: readonly string[]
    forbidden: readonly string[]
    /** Why, and where it comes from. */
    note: string
  }[]
}

type Status = 'preferredTerm-admn-sts' | 'admittedTerm-admn-sts' | 'deprecatedTerm-admn-sts'

const termSection = (term: string, status: Status): string =>
  `<termSec><term>${xmlText(term)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`

const noteOf = (note: string): string => `<note>${xmlText(note)}</note>`

const languageSection = (locale: string, sections: readonly string[]): string =>
  [`<langSec${xmlAttributes({'xml:lang': locale})}>`, ...sections, '</langSec>'].join('\n')

interface Renderings {
  locale: string
  approved: string[]
  accepted: string[]
  forbidden: string[]
  notes: string[]
}

/** Entries of all locales by English term, in code unit order, so that one concept holds all its languages. */
function conceptsOf(termbases: readonly TbxTermbase[]): [source: string, renderings: Renderings[]][] {
  const concepts = new Map<string, Map<string, Renderings>>()
  for (const {locale, entries} of termbases) {
    for (const {source, approved, accepted, forbidden, note} of entries) {
      const locales = concepts.get(source) ?? new Map<string, Renderings>()
      concepts.set(source, locales)
      const own = locales.get(locale) ?? {locale, approved: [], accepted: [], forbidden: [], notes: []}
      locales.set(locale, own)
      own.approved.push(approved)
      own.accepted.push(...accepted)
      own.forbidden.push(...forbidden)
      if (note !== '' && !own.notes.includes(note)) own.notes.push(note)
    }
  }
  const byKey = <T>([a]: [string, T], [b]: [string, T]) => (a < b ? -1 : a > b ? 1 : 0)
  return [...concepts]
    .toSorted(byKey)
    .map(([source, locales]) => [source, [...locales].toSorted(byKey).map(([, renderings]) => renderings)])
}

/** A term has one status: the first list that names it decides. */
function termSections({approved, accepted, forbidden}: Renderings): string[] {
  const seen = new Set<string>()
  const fresh = (terms: readonly string[]) => terms.filter((term) => !seen.has(term) && seen.add(term))
  return [
    ...fresh(approved).map((term) => termSection(term, 'preferredTerm-admn-sts')),
    ...fresh(accepted).map((term) => termSection(term, 'admittedTerm-admn-sts')),
    ...fresh(forbidden).map((term) => termSection(term, 'deprecatedTerm-admn-sts')),
  ]
}

/** The termbases of all locales as one TBX document, in pieces: one concept an English term. */
export function* termbasesToTbx(termbases: readonly TbxTermbase[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n'
  yield '<tbxHeader><fileDesc><sourceDesc><p>Termbase of a Portolan workspace</p></sourceDesc></fileDesc></tbxHeader>\n'
  yield '<text><body>\n'
  for (const [index, [source, renderings]] of conceptsOf(termbases).entries()) {
    yield [
      `<conceptEntry${xmlAttributes({id: `c${index + 1}`})}>`,
      languageSection('en', [termSection(source, 'preferredTerm-admn-sts')]),
      ...renderings.map((each) =>
        languageSection(each.locale, [...each.notes.map(noteOf), ...termSections(each)]),
      ),
      '</conceptEntry>\n',
    ].join('\n')
  }
  yield '</body></text>\n</tbx>\n'
}
