/** The rules of all topics, each with its place, to be compared with each other. */
import type {ColumnKind, Facts, Topic} from '../../model/schema.ts'

/** A rule with its place in its topic. */
export interface PlacedRule {
  topic: string
  /** `<topic>#t<table>r<row>` */
  cell: string
  columns: readonly ColumnKind[]
  facts: Facts
  anomalies: readonly string[]
}

/** What is odd about the English of a cell: `<topic>#t<table>r<row>c<column>`. */
export interface CellAnomaly {
  cell: string
  message: string
}

/** In the order of topics, tables and rows. */
export const placedRules = (topics: readonly Topic[]): PlacedRule[] =>
  topics.flatMap(({id, tables}) =>
    tables.flatMap(({table, columns, rows}) =>
      rows.flatMap(({row, rules}) =>
        rules.map(({facts, anomalies}) => ({
          topic: id,
          cell: `${id}#t${table}r${row}`,
          columns,
          facts,
          anomalies,
        })),
      ),
    ),
  )
