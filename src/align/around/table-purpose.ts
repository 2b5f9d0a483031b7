/** What a table is for, by its heading, its headers and the text before it: to open ports, to mark packets, to warn of conflicts … */
import {isIdentifier} from '../../facts/heading-sense.ts'
import {localeData} from '../../languages/languages.ts'
import type {EditionTable} from '../../model/edition.ts'
import {type Purpose, purposeSchema} from '../../model/topic-schema.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {mailSettingIn} from './client-settings.ts'
import type {ContextText} from './table-context.ts'

export interface PurposeReading {
  purpose: Purpose
  /** The text that says so; null for a table of ports to open. */
  quote: string | null
}

/** Of a text before the table; it speaks of settings and conflicts of the ports that it asks to open, too. */
const toldBefore: ReadonlySet<Purpose> = new Set(['exempt', 'mark'])

/** Text that may speak of anything. */
const around: ReadonlySet<ContextText['role']> = new Set(['note', 'before', 'below', 'marked'])

type WordedPurpose = Exclude<Purpose, 'open' | 'deny'>

const purposes = purposeSchema.options.filter(
  (purpose): purpose is WordedPurpose => purpose !== 'open' && purpose !== 'deny',
)

/** The first purpose that a text tells, other than to open; else that of its columns in one of the editions. */
export function purposeOf(
  texts: readonly ContextText[],
  tables: ReadonlyMap<string, EditionTable>,
  localeOf: (edition: string) => string,
): PurposeReading {
  for (const {role, text, locale} of texts) {
    if (around.has(role) || (role === 'heading' && isIdentifier(text))) continue
    const told = tokensOf(text)
    const found = purposes.find(
      (purpose) => (role !== 'lead' || toldBefore.has(purpose)) && finderOf(purpose, locale).isIn(told),
    )
    if (found) return {purpose: found, quote: text}
  }
  for (const [edition, table] of tables) {
    const setting = mailSettingIn(table, localeOf(edition))
    if (setting !== null) return {purpose: 'setting', quote: setting}
  }
  return {purpose: 'open', quote: null}
}

const finders = new Map<string, PhraseFinder>()

function finderOf(purpose: WordedPurpose, locale: string): PhraseFinder {
  const key = `${purpose} ${locale}`
  const known = finders.get(key)
  if (known) return known
  const made = new PhraseFinder(localeData(locale).purposes[purpose])
  finders.set(key, made)
  return made
}
