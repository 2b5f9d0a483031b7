/** Takes the rules of a topic out of the dataset with what the reader's language says about them. */

import {englishAnomalies} from '../model/anomalies.ts'
import type {Facts, Finding, Row, Table, Topic} from '../model/schema.ts'
import {plainText, tidyStructure} from '../text/cell-structure.ts'
import {lookUp} from '../text/look-up.ts'
import type {ExportRule} from './export-types.ts'
import {saysMoreThanFacts} from './writing/untold-remark.ts'

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
    table.rows.flatMap((row) => {
      const {line, remark, requirement} = wordsOf(table, row, locale)
      return row.rules.map(({id, facts}) => ({
        id,
        facts,
        interface: table.interface,
        purpose: table.purpose,
        comment: [line, remark ?? ''].filter((text) => text !== ''),
        remark: remark !== null && isToRead(table, row, facts) ? remark : null,
        condition:
          facts.requirement === 'conditional' ? conditionOf(facts, row, {remark, requirement}) : null,
        anomalies: rowAnomalies(row, findings),
        url: urlOf(id),
      }))
    }),
  )
}

/** By the English of the notes, else by each language that has them: what counts is the same for every reader. */
const isToRead = ({columns}: Table, {cells}: Row, facts: Facts): boolean =>
  cells
    .filter((_, at) => columns[at] === 'notes')
    .some(({source, texts}) => {
      const told =
        source === null ? Object.entries(texts).map(([locale, {text}]) => [locale, text]) : [['en', source]]
      return told.some(([locale = 'en', text = '']) =>
        saysMoreThanFacts(plainText(tidyStructure(text)), locale, facts),
      )
    })

/** An error of the English in any cell of a row makes all of its rules doubtful. */
const rowAnomalies = ({cells}: Row, findings: ReadonlyMap<string, Finding>): string[] => [
  ...new Set(cells.flatMap((cell) => englishAnomalies(cell, findings).map(({message}) => message))),
]

const endKinds = ['source', 'destination']

interface RowWords {
  /** All fields, then the ends. */
  line: string
  remark: string | null
  /** What stands in a column for it. */
  requirement: string | null
}

/** What the row says in a language. */
function wordsOf({columns}: Table, {cells}: Row, locale: string): RowWords {
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
  return {
    line: [fields, ends].filter((part) => part !== '').join(': '),
    remark: join((kind) => kind === 'notes', ' ') || null,
    requirement: join((kind) => kind === 'requirement', ' ') || null,
  }
}

/** The words that make a rule conditional: of its own row in the language asked for, else as they are quoted. */
function conditionOf(
  {known}: Facts,
  {cells}: Row,
  {remark, requirement}: Pick<RowWords, 'remark' | 'requirement'>,
): string | null {
  const told = known?.requirement
  const quote = told?.how === 'stated' ? told.quote : undefined
  if (quote === undefined) return requirement ?? remark
  const isOfRow = cells.some(({source}) => plainText(tidyStructure(source ?? '')).includes(quote))
  return isOfRow && remark !== null ? remark : quote
}
