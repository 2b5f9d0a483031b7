/** Turns translations that were edited outside into decisions: what differs from what is published was decided. */

import type {InterchangeUnit} from '../../formats/interchange-unit.ts'
import {openStateOf} from '../../formats/work-state.ts'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Diagnostic, KnowledgeBase, Unit} from '../../model/schema.ts'
import {isInferred, isStated, statedSource} from '../../model/stated.ts'
import {checkUnits} from '../../reconcile/engine/check-units.ts'
import {keyOf} from '../../reconcile/engine/context.ts'
import type {Decision, Decisions} from '../../reconcile/engine/decisions.ts'
import {contextOf, type Words} from '../../reconcile/reconcile.ts'
import {foldSpace} from '../../text/normalize.ts'
import type {Unfinished} from './unfinished.ts'

export interface ImportInput {
  kb: KnowledgeBase
  words: Words
  units: Iterable<InterchangeUnit>
  /** ISO date of the decisions, or null to take each unit's own. */
  date: string | null
  /** Imports also what the checks call critical. */
  force: boolean
  /** States of unfinished work that count as finished, on the user's word. */
  accepted?: ReadonlySet<string>
}

export interface ImportPlan {
  /** New decisions by locale, sorted; only locales with any. */
  decisions: Map<string, Decision[]>
  unchanged: number
  /** What differs and nobody has finished. */
  left: Unfinished[]
  diagnostics: Diagnostic[]
}

interface Change {
  unit: InterchangeUnit
  source: string
  text: string
}

const problem = (
  {place}: Pick<InterchangeUnit, 'place'>,
  severity: Diagnostic['severity'],
  id: DiagnosticId,
  message: string,
  hint: string,
): Diagnostic => ({place, severity, id, message, hint})

/**
 * Finds the units of the dataset that an imported one speaks of: the very unit, else all whose documents state its
 * English; null for a unit whose English was only inferred, since a decision for that English would hold for others.
 */
function finder(kb: KnowledgeBase): (unit: InterchangeUnit, source: string) => Unit[] | null {
  const keyed = (locale: string, source: string) => `${locale}\n${keyOf(source)}`
  const byId = new Map(kb.units.map((unit) => [unit.id, unit]))
  const byText = Map.groupBy(
    kb.units.filter(({sourceOrigin}) => isStated(sourceOrigin)),
    (unit) => keyed(unit.locale, statedSource(unit) ?? ''),
  )
  return (unit, source) => {
    const same = byText.get(keyed(unit.locale, source)) ?? []
    const own = byId.get(unit.id)
    if (own !== undefined && isInferred(own) && own.locale === unit.locale) return null
    return own !== undefined && same.includes(own) ? [own] : same
  }
}

/** What differs from what is published, and what can't be used. */
function changesOf(
  {kb, units, accepted = new Set()}: ImportInput,
  diagnostics: Diagnostic[],
): {changes: Change[]; unchanged: number; left: Unfinished[]} {
  const find = finder(kb)
  const changes: Change[] = []
  const left: Unfinished[] = []
  let unchanged = 0
  for (const unit of units) {
    const source = foldSpace(unit.source ?? '')
    const text = foldSpace(unit.target)
    if (text === '') continue
    const known = source === '' ? [] : find(unit, source)
    const state = openStateOf(unit.states, accepted)
    if (known === null) {
      const message = `expected English that a document states, found English that was inferred: “${source}”`
      const hint = 'give the document its English, or correct the text in the document'
      diagnostics.push(problem(unit, 'warning', 'english-inferred', message, hint))
    } else if (known.length === 0) {
      const message = `expected an English text that the dataset has in ${unit.locale}, found “${source}”`
      const hint = 'the document may have changed since the export: export again and repeat the edit'
      diagnostics.push(problem(unit, 'warning', 'unknown-source', message, hint))
    } else if (known.every(({published}) => published === text)) unchanged += 1
    else if (!unit.translate) {
      const message = `expected no other text where the file says translate="no", found “${text}”; it was left`
      const hint = 'take translate="no" out where the text is to be decided'
      diagnostics.push(problem(unit, 'warning', 'not-to-be-translated', message, hint))
    } else if (state !== undefined) left.push({state, locale: unit.locale, source, text, place: unit.place})
    else changes.push({unit, source: known[0]?.source ?? source, text})
  }
  return {changes, unchanged, left}
}

/** One change for each English text and locale; two that differ contradict each other. */
function agree(changes: readonly Change[], diagnostics: Diagnostic[]): Change[] {
  const agreed = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.unit.locale}\n${keyOf(change.source)}`
    const other = agreed.get(key)
    if (other === undefined) agreed.set(key, change)
    else if (other.text !== change.text) {
      const {path, line} = other.unit.place
      const message = `expected one translation of “${change.source}” into ${change.unit.locale}, found “${change.text}” here and “${other.text}” at ${path}:${line}`
      diagnostics.push(
        problem(change.unit, 'error', 'conflicting-translations', message, 'make the translations equal'),
      )
    }
  }
  return [...agreed.values()]
}

/** Changes that would open a firewall wrongly are refused. */
function refuseCritical(changes: readonly Change[], input: ImportInput, diagnostics: Diagnostic[]): void {
  const context = contextOf(input.kb, {...input.words, decisions: new Map()})
  for (const {unit, source, text} of changes) {
    const asked = {id: unit.id, locale: unit.locale, source, target: text, header: false, place: unit.place}
    for (const {severity, check, message} of checkUnits([asked], context)) {
      if (severity !== 'critical' && severity !== 'major') continue
      const refused = severity === 'critical' && !input.force
      diagnostics.push(
        problem(
          unit,
          refused ? 'error' : 'warning',
          'import-finding',
          `expected a translation that keeps what the English says, found “${text}”: ${message} (${check})`,
          refused ? 'correct the translation, or import it all the same with --force' : 'look at it again',
        ),
      )
    }
  }
  diagnostics.push(...context.faults.diagnostics())
}

/** What an import decides. Nothing is to be written when a diagnostic is an error. */
export function planImport(input: ImportInput): ImportPlan {
  const diagnostics: Diagnostic[] = []
  const {changes, unchanged, left} = changesOf(input, diagnostics)
  const agreed = agree(changes, diagnostics)
  refuseCritical(agreed, input, diagnostics)
  const decisions = new Map<string, Decision[]>()
  for (const {unit, source, text} of agreed) {
    const date = input.date ?? unit.date
    if (date === null) {
      const message = `expected the date of the translation of unit “${unit.id}”, found none in the file`
      diagnostics.push(problem(unit, 'error', 'missing-date', message, 'say it with --date 2026-01-31'))
      continue
    }
    const own = decisions.get(unit.locale) ?? []
    decisions.set(unit.locale, own)
    own.push({source, text, reason: `imported from ${unit.place.path}`, date})
  }
  for (const own of decisions.values()) own.sort((a, b) => (a.source < b.source ? -1 : 1))
  return {decisions, unchanged, left, diagnostics}
}

/** The decisions of a locale with new ones: those for the same English are replaced in place, others are added. */
export function mergeDecisions(
  known: Decisions | undefined,
  locale: string,
  added: readonly Decision[],
): Decisions {
  const fresh = new Map(added.map((decision) => [keyOf(decision.source), decision]))
  const kept = (known?.entries ?? []).map((entry) => {
    const replacement = fresh.get(keyOf(entry.source))
    fresh.delete(keyOf(entry.source))
    return replacement ?? entry
  })
  return {locale, entries: [...kept, ...fresh.values()]}
}
