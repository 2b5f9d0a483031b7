/** `units.jsonl`: one cell of one document a line, the contract that other programs read. */
import type {KnowledgeBase} from '../model/schema.ts'

/**
 * Yields one JSON line (with its line feed) for every cell of every table of every document, by path, table, row, column.
 *
 * `table`, `row` and `column` count from 1 over all tables of the document, `row` 0 is the header; `source` is the English or
 * null; `rules` are the ids of the rules that the row gives, and the header has none; `findings` holds `{check, severity, message, actual, expected, fix}` with the whole corrected cell as `fix`, or null.
 */
export function* unitsToJsonl(kb: KnowledgeBase): Generator<string> {
  const editions = new Map(kb.editions.map((edition) => [edition.id, edition]))
  const rules = rulesByRow(kb)
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
      ...(unit.row === 0 ? {} : {rules: rules.get(rowOf(unit.cell)) ?? []}),
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

/** `<topic>#t<table>r<row>` of a cell. */
const rowOf = (cell: string): string => cell.slice(0, cell.lastIndexOf('c'))

/** Ids of the rules of each row that gives any. */
const rulesByRow = ({topics}: Pick<KnowledgeBase, 'topics'>): ReadonlyMap<string, string[]> =>
  new Map(
    topics.flatMap(({id, tables}) =>
      tables.flatMap(({table, rows}) =>
        rows.map(({row, rules}) => [`${id}#t${table}r${row}`, rules.map((rule) => rule.id)] as const),
      ),
    ),
  )
