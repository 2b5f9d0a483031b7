/** Writes accepted corrections into the text of one document, and proves by reading it again that nothing else changed. */

import {ingest} from '../../ingest/ingest.ts'
import {placed} from '../../ingest/sources-fs.ts'
import {applyEdits, type Edit} from '../../ingest/write-back/edits.ts'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Diagnostic, Finding, Unit} from '../../model/schema.ts'
import {editsFor} from './document-edits.ts'
import {cellOfUnit, cellTexts, type ReadDocument} from './documents-fs.ts'

/** One cell that is corrected, with the findings that are the reason. */
export interface CellFix {
  unit: Unit
  findings: Finding[]
  text: string
}

export interface FixedDocument {
  /** The new text; the old one when nothing is written. */
  text: string
  written: CellFix[]
  /** Why the others were left alone. */
  diagnostics: Diagnostic[]
}

type Planned = CellFix & {edits: Edit[]}

/** Corrections of a document by cell, in reading order. A cell has one correction, however many findings. */
export function cellFixesOf(findings: readonly Finding[], units: ReadonlyMap<string, Unit>): CellFix[] {
  const byUnit = new Map<string, CellFix>()
  for (const finding of findings) {
    const unit = units.get(finding.unit)
    if (unit === undefined || finding.fix === null || finding.fix.text === unit.target) continue
    const known = byUnit.get(unit.id) ?? {unit, findings: [], text: finding.fix.text}
    known.findings.push(finding)
    byUnit.set(unit.id, known)
  }
  const place = ({unit}: CellFix) => [unit.table, unit.row, unit.column]
  return [...byUnit.values()].toSorted((a, b) => {
    const [left, right] = [place(a), place(b)]
    return left.map((value, index) => value - (right[index] ?? 0)).find((value) => value !== 0) ?? 0
  })
}

const problem = ({unit}: CellFix, id: DiagnosticId, message: string, hint: string): Diagnostic => ({
  place: unit.place,
  severity: 'warning',
  id,
  message,
  hint,
})

const keyOf = ({table, row, column}: Unit): string => `${table} ${row} ${column}`

/** Plans the edits of each cell; those that overlap another one's are refused. */
function plan(
  {decoded, edition}: ReadDocument,
  fixes: readonly CellFix[],
  diagnostics: Diagnostic[],
): Planned[] {
  const planned: Planned[] = []
  let end = 0
  for (const fix of fixes) {
    const cell = cellOfUnit(edition, fix.unit)
    const edits = cell === null ? null : editsFor(decoded.text, cell, fix.text)
    if (edits === null) {
      const message = `expected a cell that can be written, found one whose text stands elsewhere, or in a nested table; wanted “${fix.text}”`
      diagnostics.push(problem(fix, 'fix-not-writable', message, 'correct the cell by hand'))
      continue
    }
    const start = Math.min(...edits.map(({span}) => span[0]))
    if (edits.length > 0 && start < end) {
      const message = 'expected corrections of separate cells, found one that overlaps the one before it'
      diagnostics.push(
        problem(fix, 'fix-overlaps', message, 'run “portolan fix” once more, or correct by hand'),
      )
      continue
    }
    end = Math.max(end, ...edits.map(({span}) => span[1]))
    planned.push({...fix, edits})
  }
  return planned
}

/**
 * Makes as many of the corrections as read back right: after writing, the corrected cells say their correction and all
 * others what they said. A correction that doesn't is left out with a diagnostic.
 */
export function fixDocument(document: ReadDocument, fixes: readonly CellFix[]): FixedDocument {
  const {decoded, edition, path} = document
  const diagnostics: Diagnostic[] = []
  let planned = plan(document, fixes, diagnostics)
  const before = cellTexts(edition)
  while (planned.length > 0) {
    const text = applyEdits(
      decoded.text,
      planned.flatMap(({edits}) => edits),
    )
    const after = cellTexts(ingest(text, path, {...placed(document), whole: true}))
    const wanted = new Map(planned.map((fix) => [keyOf(fix.unit), fix.text]))
    const wrong = new Set(
      [...new Set([...before.keys(), ...after.keys()])].filter(
        (key) => after.get(key) !== (wanted.get(key) ?? before.get(key)),
      ),
    )
    if (wrong.size === 0) return {text, written: planned, diagnostics}
    // Blame the cells that read wrong; when it is another cell that changed, no correction can be trusted.
    const blamed = planned.filter(({unit}) => wrong.has(keyOf(unit)))
    const refused = blamed.length > 0 ? blamed : planned
    for (const fix of refused) {
      const message = `expected the cell to read “${fix.text}” after the correction, found another text`
      diagnostics.push(problem(fix, 'fix-not-safe', message, 'correct the cell by hand'))
    }
    planned = planned.filter((fix) => !refused.includes(fix))
  }
  return {text: decoded.text, written: [], diagnostics}
}
