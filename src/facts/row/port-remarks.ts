/**
 * Parts words from the ports of a cell: `9200, can be changed`, `5060, 5061. The service listens on both.`, `configurable (9100)`.
 * The words are a note of the row, which may forbid or limit it as any other.
 */

import {BREAK} from '../../text/cell-structure.ts'
import {foldSearch} from '../../text/normalize.ts'
import {tokensOf} from '../../text/phrase-finder.ts'
import {isAboutPorts} from '../denied-text.ts'
import {conjunctionsOf} from '../limits/limit-words.ts'
import {restrictionWordsOf} from '../limits/restrictions.ts'
import {namesProtocol, parsePortParts} from '../port-cell.ts'
import {readGap} from '../ports/gap-words.ts'
import type {RowCell} from './row-cell.ts'

/** Ports, and a clause or sentence behind them without figures. */
const behindRE =
  /^(?<ports>[^\p{Nd}]{0,40}\p{Nd}.{0,120}?)(?<end>[.,;。，；、])\s?(?<remark>[^\p{Nd}]{3,300})$/u
/** Words without figures, and ports in brackets. */
const beforeRE = /^(?<remark>[^\p{Nd}()（）]{3,60}?)\s?[(（](?<ports>[^()（）]{1,60})[)）]$/u
const sentenceRE = /[.。]/u

export interface PortRemark {
  ports: string
  remark: string
}

const readsAsPorts = (text: string, locale: string): boolean => {
  const reading = parsePortParts(text, locale)
  return reading.ok && reading.parts.some(({ports}) => ports.length > 0)
}

/** The ports of a cell that can't be read as a whole, and the words beside them; null where words may name more ports or a protocol. */
export function portRemarkIn(cell: string, locale: string): PortRemark | null {
  const groups = (behindRE.exec(cell) ?? beforeRE.exec(cell))?.groups
  if (groups === undefined || cell.includes(BREAK)) return null
  const {ports = '', remark = '', end = ''} = groups
  const [first = ''] = tokensOf(remark)
  const isMore =
    conjunctionsOf(locale).includes(first) || restrictionWordsOf(locale).remaining.isIn(foldSearch(remark))
  const namesRange = readGap(remark, locale).some(({kind}) => kind === 'named' || kind === 'any')
  if (isMore || namesRange || namesProtocol(remark, locale)) return null
  if (!sentenceRE.test(end) && isAboutPorts(remark, locale)) return null
  if (readsAsPorts(cell, locale) || !readsAsPorts(ports, locale)) return null
  return {ports, remark: remark.trim()}
}

/** A row whose cells of ports hold ports alone; what stood beside them is a cell of notes. */
export function withPortRemarks(row: readonly RowCell[], locale: string): RowCell[] {
  return row.flatMap((cell) => {
    const told = cell.kind === 'port' ? portRemarkIn(cell.read, locale) : null
    if (told === null) return cell
    const {ports, remark} = told
    return [
      {...cell, read: ports, text: ports},
      {...cell, kind: 'notes', header: '', read: remark, text: remark},
    ]
  })
}
