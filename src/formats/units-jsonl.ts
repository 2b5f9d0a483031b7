/** `units.jsonl`: one cell of one document a line, the contract that other programs read. */
import type {KnowledgeBase} from '../model/schema.ts'

/**
 * Yields one JSON line (with its line feed) for every cell of every table of every document, by path, table, row, column.
 *
 * `table`, `row` and `column` count from 1 over all tables of the document, `row` 0 is the header; `source` is the English or
 * null; `findings` holds `{check, severity, message, actual, expected, fix}` with the whole corrected cell as `fix`, or null.
 */
export function* unitsToJsonl(kb: KnowledgeBase): Generator<string> {
  const editions = new Map(kb.editions.map((edition) => [edition.id, edition]))
  const findings = new Map(kb.findings.map((finding) => [finding.id, finding]))
  for (const unit of kb.units) {
    const edition = editions.get(unit.edition)
    const line = {
      id: unit.id,
      path: unit.place.path,
      locale: unit.locale,
      form: edition?.form ?? null,
      topic: unit.topic,
      table: unit.table,
      row: unit.row,
      column: unit.column,
      portTable: unit.portTable,
      source: unit.source,
      sourceOrigin: unit.sourceOrigin,
      target: unit.target,
      published: unit.published,
      status: unit.status,
      findings: unit.findings.flatMap((id) => {
        const finding = findings.get(id)
        if (finding === undefined) return []
        const {check, severity, message, actual, expected, fix} = finding
        return [{check, severity, message, actual, expected, fix: fix?.text ?? null}]
      }),
      place: {line: unit.place.line, column: unit.place.column},
    }
    yield `${JSON.stringify(line)}\n`
  }
}
