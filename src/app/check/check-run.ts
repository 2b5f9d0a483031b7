/** One run of `portolan check`: asks, leaves out what is accepted, prints, and counts. */

import {buildKnowledgeBase} from '../../align/build-knowledge-base.ts'
import type {Severity, StoredDiagnostic} from '../../model/schema.ts'
import {noWords, referencesOf, type Words} from '../../reconcile/reconcile.ts'
import {type DocumentFile, readDocuments} from '../fix/documents-fs.ts'
import type {Baseline, Waiver} from './accepted.ts'
import {baselineFilter, baselineWriter, waiverFilter} from './accepted.ts'
import {checkDocuments, type Place} from './check-documents.ts'
import type {CheckInput} from './check-inputs-fs.ts'
import {checkInterchange, type UnitsEvent} from './check-interchange.ts'
import {type Checked, isAtLeast} from './checked.ts'
import type {FindingsOutput} from './findings-writer.ts'
import {isReported} from './reported-locales.ts'

export interface CheckRun {
  inputs: readonly CheckInput[]
  context: readonly DocumentFile[]
  words: Words
  /** Places documents by the configuration of a workspace, where it has one. */
  place?: Place | undefined
  /** Whether the output says what a fix replaces. */
  edits: boolean
  /** Locales to report; all when empty. */
  locales: readonly string[]
  threshold: Severity
  baseline: Baseline | null
  /** Whether all findings are to be written to a new baseline. */
  collect: boolean
  waivers: {list: readonly Waiver[]; path: string; today: string} | null
}

export interface CheckResult {
  /** New findings by severity. */
  counts: Record<Severity, number>
  units: number
  inBaseline: number
  gone: number
  waived: number
  diagnostics: StoredDiagnostic[]
  /** Text of the new baseline. */
  collected: string | null
  /** Languages of what was checked, sorted. */
  locales: string[]
}

/** Everything that was found, documents first. */
async function* eventsOf({inputs, context, words, edits, place}: CheckRun): AsyncGenerator<UnitsEvent> {
  const isDocument = ({kind}: CheckInput) => kind === 'document'
  const documents = inputs.filter(isDocument)
  const interchange = inputs.filter((input) => !isDocument(input))
  let references: ReturnType<typeof referencesOf> = []
  if (documents.length > 0) {
    const {
      kb,
      checked,
      diagnostics,
      documents: read,
    } = checkDocuments(documents, context, words, {
      edits,
      place,
    })
    for (const diagnostic of diagnostics) yield {diagnostic}
    for (const each of checked) yield {checked: each}
    const own = new Set(read.map(({edition}) => edition.info.id))
    for (const locale of new Set(read.map(({edition}) => edition.info.locale))) yield {locale}
    yield {units: kb.units.filter(({edition}) => own.has(edition)).length}
    references = referencesOf(kb)
  } else {
    for (const diagnostic of words.diagnostics) yield {diagnostic}
    if (interchange.length > 0 && context.length > 0) {
      const read = readDocuments(context)
      for (const diagnostic of read.diagnostics) yield {diagnostic}
      references = referencesOf(buildKnowledgeBase(read.documents.map(({edition}) => edition)))
    }
  }
  if (interchange.length > 0) yield* checkInterchange(interchange, references, {...words, ...quiet})
}

/** What is wrong with the words was said once. */
const quiet = {diagnostics: noWords.diagnostics}

/** Runs the checks; `write` gets the output piece by piece and may be waited for. */
export async function runCheck(
  run: CheckRun,
  output: FindingsOutput,
  write: (piece: string) => Promise<void>,
): Promise<CheckResult> {
  const counts: CheckResult['counts'] = {critical: 0, major: 0, minor: 0, 'source-anomaly': 0}
  const result = {counts, units: 0, inBaseline: 0, gone: 0, waived: 0}
  const diagnostics: StoredDiagnostic[] = []
  const baseline = run.baseline === null ? null : baselineFilter(run.baseline)
  const collected = run.collect ? baselineWriter() : null
  const waivers = run.waivers === null ? null : waiverFilter(run.waivers.list, run.waivers)
  const locales = new Set<string>()
  const isWanted = ({finding}: Checked) =>
    isReported(finding.locale, run.locales) && isAtLeast(finding.severity, run.threshold)

  await write(output.head)
  for await (const event of eventsOf(run)) {
    if ('diagnostic' in event) diagnostics.push(event.diagnostic)
    else if ('units' in event) result.units += event.units
    else if ('locale' in event) locales.add(event.locale)
    else if (isWanted(event.checked)) {
      const {checked} = event
      const reason = waivers?.reasonFor(checked) ?? null
      if (reason !== null) {
        result.waived += 1
        await write(output.finding({...checked, detail: {...checked.detail, waived: reason}}))
        continue
      }
      collected?.add(checked)
      if (baseline !== null && !baseline.isNew(checked)) {
        result.inBaseline += 1
        continue
      }
      counts[checked.finding.severity] += 1
      await write(output.finding(checked))
    }
  }
  await write(output.tail)
  return {
    ...result,
    gone: baseline?.gone() ?? 0,
    diagnostics: [...diagnostics, ...(waivers?.diagnostics() ?? [])],
    collected: collected?.text() ?? null,
    locales: [...locales].toSorted(),
  }
}
