/** Rules in few words, for pages that meet more of them than a browser shows as tables. */

import {rowLine} from '../../facts/row/row-parts.ts'
import type {Row, Table, Topic} from '../../model/schema.ts'
import {onwardArrow} from '../../text/text-direction.ts'
import {dataset} from '../dataset/dataset.ts'
import {shownText} from '../evidence/shown-cell.ts'
import type {PlacedRule} from './port-entries.ts'

/** Rules of a page that stand in tables with all their evidence, and rules of a page at all. */
export const limits = {full: 120, all: 1000}

export interface BriefTable {
  topic: Topic
  rules: PlacedRule[]
}

/** Whole topics as tables up to the first limit, then topics in lines up to the second, then how many rules are left. */
export function shareRules<Placed extends PlacedRule>(
  rules: readonly Placed[],
  {full, all}: {full: number; all: number} = limits,
): {tables: Placed[]; brief: BriefTable[]; rest: number} {
  const tables: Placed[] = []
  const brief: BriefTable[] = []
  let listed = 0
  for (const [topic, own] of Map.groupBy(rules, (rule) => rule.topic)) {
    if (brief.length === 0 && (tables.length === 0 || tables.length + own.length <= full)) tables.push(...own)
    else if (tables.length + listed < all) {
      brief.push({topic, rules: own})
      listed += own.length
    }
  }
  return {tables, brief, rest: rules.length - tables.length - listed}
}

export interface BriefCell {
  /** What parts it from the cell before. */
  character: string
  text: string
  lang: string
}

/** `Access/SIP(TLS)/TCP/5061 · Any → Access Edge service`; notes are longer than a line. */
export const briefCells = (table: Table, row: Row, locale: string): BriefCell[] =>
  rowLine(
    row.cells
      .map((cell, at) => ({kind: table.columns[at] ?? 'other', said: shownText(cell, locale, dataset)}))
      .filter(({kind, said}) => kind !== 'notes' && said.text !== ''),
    onwardArrow(locale),
  ).map(({character, cell: {said}}) => ({character, ...said}))
