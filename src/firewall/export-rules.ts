/** Takes the rules of a topic out of the dataset with what the reader's language says about them. */

import {englishAnomalies} from '../model/anomalies.ts'
import type {Finding, Row, Table, Topic} from '../model/schema.ts'
import {plainText, tidyStructure} from '../text/cell-structure.ts'
import {lookUp} from '../text/look-up.ts'
import type {ExportRule} from './export-types.ts'

/**
 * @param urlOf gives the address of a row on the site from its rule id, such as `…/zh-TW/edge/#r-0123456789`
 * @param findings the findings of the dataset by id
 */
export function exportRules(
  topic: Pick<Topic, 'tables'>,
  locale: string,
  urlOf: (ruleId: string) => string,
  findings: ReadonlyMap<string, Finding>,
): ExportRule[] {
  return topic.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.rules.map(({id, facts}) => ({
        id,
        facts,
        interface: table.interface,
        purpose: table.purpose,
        comment: comment(table, row, locale),
        anomalies: rowAnomalies(row, findings),
        url: urlOf(id),
      })),
    ),
  )
}

/** An error of the English in any cell of a row makes all of its rules doubtful. */
const rowAnomalies = ({cells}: Row, findings: ReadonlyMap<string, Finding>): string[] => [
  ...new Set(cells.flatMap((cell) => englishAnomalies(cell, findings).map(({message}) => message))),
]

const endKinds = ['source', 'destination']

/** What the row says: its fields in one line, its note in the next. */
function comment({columns}: Table, {cells}: Row, locale: string): string[] {
  const texts = cells.map(({source, texts}, at) => ({
    kind: columns[at] ?? 'other',
    // What is struck out is said no more.
    text: plainText(tidyStructure(lookUp(texts, locale)?.text ?? source ?? '')),
  }))
  const join = (wanted: (kind: string) => boolean, separator: string): string =>
    texts
      .filter(({kind, text}) => wanted(kind) && text !== '')
      .map(({text}) => text)
      .join(separator)
  const fields = join((kind) => kind !== 'notes' && !endKinds.includes(kind), ', ')
  const ends = join((kind) => endKinds.includes(kind), ' → ')
  const notes = join((kind) => kind === 'notes', ' ')
  return [[fields, ends].filter((part) => part !== '').join(': '), notes].filter((line) => line !== '')
}
