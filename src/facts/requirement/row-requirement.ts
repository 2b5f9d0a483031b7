/** What the cells of a row and its table say of its requirement, the first that says something. */
import type {Known, PortRange, Requirement} from '../../model/schema.ts'
import {type RowCell, textOf} from '../row/row-cell.ts'
import type {TableFrame} from '../table-frame.ts'
import {requirementOfCell} from './requirement-cell.ts'
import {requirementIn} from './requirement-remark.ts'
import {requirementOf} from './requirement-words.ts'

export interface RequirementRead {
  requirement: Requirement
  known: Known
}

/** A condition beside the action, a column for it, a remark beside the port, a note, what stands `around` the row, such as a heading: the first that says something. */
export function readRequirement(
  row: readonly RowCell[],
  locale: string,
  around: TableFrame['requirement'],
  beside: {requirement: Requirement; quote: string} | null,
  ports: readonly PortRange[],
): RequirementRead {
  if (beside !== null) return {requirement: beside.requirement, known: {how: 'stated', quote: beside.quote}}
  const column = row.find(({kind, text}) => kind === 'requirement' && text !== '')
  if (column) {
    const {requirement, quote} = requirementOfCell(column.text, locale, column.header, ports)
    return {requirement, known: quote === null ? unstated : stated}
  }
  const noted = requirementOf(textOf(row, 'notes'), locale, ports)
  const remarked = requirementIn(row, locale)
  if (remarked !== null && (noted.quote === null || noted.requirement === 'required'))
    return {requirement: remarked.requirement, known: {how: 'stated', quote: remarked.quote}}
  if (noted.quote !== null)
    return {requirement: noted.requirement, known: {how: 'stated', quote: noted.quote}}
  if (around !== null) return {requirement: around.value, known: {how: 'stated', quote: around.quote}}
  return {requirement: 'unknown', known: unstated}
}

/** What restricts in words that are not understood is a condition, also of what is required. */
export const onCondition = (read: RequirementRead, unclear: string | null): RequirementRead =>
  unclear === null || (read.requirement !== 'unknown' && read.requirement !== 'required')
    ? read
    : {requirement: 'conditional', known: {how: 'stated', quote: unclear}}

const stated: Known = {how: 'stated'}
const unstated: Known = {how: 'unstated'}
