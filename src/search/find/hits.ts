/** Loads what is shown of results: the cells of their rules with what was asked for marked. */
import type {ColumnKind} from '../../model/schema.ts'
import {ROW_RULES, type RowFile} from '../files.ts'
import type {PortMatch} from '../index/port-index.ts'
import type {Query} from '../query/query-types.ts'
import type {Found} from './found.ts'
import type {Files} from './load.ts'
import {type Mark, markText} from './marks.ts'

export interface HitCell {
  kind: ColumnKind
  label: string
  text: string
  marks: Mark[]
}

export interface Hit {
  /** Id of the rule, and so the fragment of its address. */
  id: string
  /** Address part of the topic, and its title in the hit's language. */
  topic: string
  title: string
  locale: string
  cells: HitCell[]
  corrected: boolean
  /** How a port of the query matches; null where the query has none. */
  port: PortMatch | null
}

export const loadHits = async (files: Files, found: readonly Found[], query: Query): Promise<Hit[]> => {
  const {lexicon} = await files.index()
  return Promise.all(
    found.map(async ({rule, locale, terms, port}) => {
      const file = await files.rows(locale, Math.floor(rule / ROW_RULES))
      return {
        ...readRow(file, rule % ROW_RULES, (text) => markText(text, terms, query.ports, lexicon)),
        locale,
        port,
      }
    }),
  )
}

const readRow = ({texts, topics, heads, rows}: RowFile, at: number, mark: (text: string) => Mark[]) => {
  const row = rows[at]
  if (row === undefined) throw new Error(`there is no row ${at} in a file of ${rows.length}`)
  const [id, topicNumber, headNumber, corrected, ...cells] = row
  const [topic, title] = topics[topicNumber] ?? ['', 0]
  const [kinds, labels] = heads[headNumber] ?? [[], []]
  return {
    id,
    topic,
    title: texts[title] ?? '',
    corrected: corrected === 1,
    cells: cells.map((cell, column): HitCell => {
      const text = texts[cell] ?? ''
      return {
        kind: kinds[column] ?? 'other',
        label: texts[labels[column] ?? 0] ?? '',
        text,
        marks: mark(text),
      }
    }),
  }
}
