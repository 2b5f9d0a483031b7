/**
 * Checks the units of interchange files, streaming: a first pass learns from the lines (within bounds), a second one
 * asks the checks. So memory doesn't grow with the number of units, and each unit has the whole file as its context.
 */

import {readChunks} from '../../disk/text-chunks-fs.ts'
import {readerOf} from '../../formats/detect.ts'
import {type InterchangeUnit, type Reading, streamAll} from '../../formats/interchange-unit.ts'
import {knownLocales} from '../../languages/languages.ts'
import type {Diagnostic, StoredDiagnostic} from '../../model/schema.ts'
import {checkUnits} from '../../reconcile/engine/check-units.ts'
import {buildContext, type Context, type Reference} from '../../reconcile/engine/context.ts'
import type {Words} from '../../reconcile/reconcile.ts'
import {foldSpace} from '../../text/normalize.ts'
import {leftOut} from '../left-out.ts'
import type {CheckInput} from './check-inputs-fs.ts'
import type {Checked} from './checked.ts'
import {MAX_PAIRS, MAX_TARGETS, unitKey, unitMemory} from './unit-memory.ts'

/** Units that are asked about at once. */
const BATCH = 1000

export type UnitsEvent =
  | {checked: Checked}
  | {diagnostic: StoredDiagnostic}
  | {units: number}
  /** A language that something of what was named is in. */
  | {locale: string}

/** Readings of one file, texts folded as those of documents are; English that was only inferred is as good as none. */
async function* readingsOf({kind, path, file}: CheckInput): AsyncGenerator<Reading> {
  if (kind === 'document' || kind === 'tbx') throw new Error(`${path} holds no units`)
  try {
    for await (const reading of streamAll(readerOf(kind, path), readChunks(file))) {
      if ('diagnostic' in reading) yield reading
      else yield {unit: folded(reading.unit)}
    }
  } catch (error) {
    yield {diagnostic: leftOut(path, error)}
  }
}

const folded = (unit: InterchangeUnit): InterchangeUnit => ({
  ...unit,
  source: unit.source === null || unit.english === 'inferred' ? null : foldSpace(unit.source),
  target: foldSpace(unit.target),
})

/** Checks all units; `references` are what other documents teach, which counts before the lines' own. */
export async function* checkInterchange(
  inputs: readonly CheckInput[],
  references: readonly Reference[],
  words: Words,
): AsyncGenerator<UnitsEvent> {
  const memory = unitMemory()
  const locales = new Set<string>()
  for (const input of inputs) {
    const unproven = {inferred: 0, unproven: 0}
    for await (const reading of readingsOf(input))
      if ('unit' in reading) {
        const {english} = reading.unit
        if (english === 'stated') memory.add(reading.unit)
        else unproven[english] += 1
        if (!locales.has(reading.unit.locale)) {
          locales.add(reading.unit.locale)
          yield {locale: reading.unit.locale}
          yield* unknownLocale(reading.unit)
        }
      }
    if (unproven.inferred + unproven.unproven > 0)
      yield {diagnostic: unprovenLines(input, unproven.inferred, unproven.unproven)}
  }
  if (memory.leftOut > 0) yield {diagnostic: memoryFull(inputs, memory.leftOut)}
  const context = buildContext({references: [...references, ...memory.references()], ...words})
  for (const input of inputs) yield* checkInput(input, context)
  for (const diagnostic of context.faults.diagnostics()) yield {diagnostic}
}

async function* checkInput(input: CheckInput, context: Context): AsyncGenerator<UnitsEvent> {
  let batch: InterchangeUnit[] = []
  for await (const reading of readingsOf(input)) {
    if ('diagnostic' in reading) yield reading
    else batch.push(reading.unit)
    if (batch.length < BATCH) continue
    yield* checkBatch(batch, context)
    batch = []
  }
  yield* checkBatch(batch, context)
}

function* checkBatch(batch: readonly InterchangeUnit[], context: Context): Generator<UnitsEvent> {
  const byKey = new Map(batch.map((unit) => [unitKey(unit), unit]))
  const units = batch.map((unit) => ({...unit, id: unitKey(unit), header: false, edition: unit.place.path}))
  for (const finding of checkUnits(units, context)) {
    const unit = byKey.get(finding.unit)
    if (unit === undefined) throw new Error(`a finding for an unknown unit: ${finding.unit}`)
    const detail = {source: unit.source, end: null, replacements: [], waived: null}
    yield {checked: {finding: {...finding, unit: unit.id}, id: unit.id, detail}}
  }
  yield {units: batch.length}
}

function* unknownLocale({locale, place}: InterchangeUnit): Generator<UnitsEvent> {
  if (knownLocales.includes(locale)) return
  yield {
    diagnostic: {
      place,
      severity: 'info',
      id: 'locale-without-data',
      message: `no words of ${locale} are known; its units are checked by their facts and by what the lines teach`,
      hint: 'name documents of this language with --context, or add a folder of it to src/languages',
    },
  }
}

const unprovenLines = ({path}: CheckInput, inferred: number, unproven: number): Diagnostic => ({
  place: {path, line: 1, column: 1},
  severity: 'warning',
  id: 'unproven-english',
  message: `expected English that documents state, found ${inferred} lines whose English was inferred, and ${unproven} that Portolan wrote before 0.2: they prove nothing about others`,
  hint: 'write the file anew from the documents with this version, or name good documents with --context',
})

const memoryFull = (inputs: readonly CheckInput[], leftOut: number): Diagnostic => ({
  place: {path: inputs[0]?.path ?? '', line: 1, column: 1},
  severity: 'info',
  id: 'memory-full',
  message: `${leftOut} lines were checked but not learnt from: there are more than ${MAX_PAIRS} distinct texts, or more than ${MAX_TARGETS} translations of one English text`,
  hint: 'split the file by language, or name good documents with --context',
})
