/** Prose that a check found something in, with the same mark and evidence panel that cells of tables have. */
import type {Block} from '../../model/schema.ts'
import type {Dataset} from '../dataset/dataset.ts'
import type {CellView} from '../evidence/shown-cell.ts'
import type {RowEvidence, TableCell} from '../topic/tables.ts'
import {plainProse} from './prose-html.ts'
import type {ProsePart, ProseText} from './prose-parts.ts'

/** The cell of each marked text of a page; `column` names what they are texts of. */
export function proseCells(
  parts: readonly ProsePart[],
  column: string,
  findings: Dataset['findings'],
): Map<ProseText, TableCell> {
  const texts = parts.flatMap(textsOf).filter(({block}) => block !== undefined)
  return new Map(
    texts.flatMap((text, index) =>
      text.block === undefined
        ? []
        : [[text, {view: viewOf(text, text.block, findings), column, id: `t${index.toString(36)}`}] as const],
    ),
  )
}

/** The panels of such texts, one each. */
export const proseEvidence = (cells: Iterable<TableCell>): RowEvidence[] =>
  [...cells].map((cell) => ({id: cell.id, cells: [{cell, column: 0}]}))

function textsOf(part: ProsePart): ProseText[] {
  if (part.kind === 'table') return []
  return part.kind === 'list' ? part.items : [part.text]
}

const viewOf = ({markdown, lang}: ProseText, block: Block, findings: Dataset['findings']): CellView => ({
  text: plainProse(markdown),
  lang,
  status: block.status ?? null,
  english: block.source === null ? null : plainProse(block.source),
  englishOrigin: block.sourceOrigin ?? null,
  original: block.original === undefined ? null : plainProse(block.original),
  findings: (block.findings ?? []).flatMap((id) => findings.get(id) ?? []),
  others: [],
  place: block.place,
})
