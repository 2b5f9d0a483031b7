/** What the cells of a row limit it to: its notes, and remarks in brackets beside its ports, protocols and services. */
import type {ColumnKind} from '../../model/schema.ts'
import {foldWidth} from '../../text/normalize.ts'
import type {RowCell} from '../row-cell.ts'
import {type Limit, limitsIn} from './stated-limits.ts'

const remarked: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'protocol', 'traffic'] as const),
  ...(['service'] as const),
])
const remarkRE = /[([]([^()[\]]{1,80})[)\]]/gu

export const rowLimits = (row: readonly RowCell[], locale: string): Limit[] =>
  row.flatMap(({kind, text, isKnown}) => {
    if (!isKnown || text === '') return []
    if (kind === 'notes') return limitsIn(text, locale)
    if (!remarked.has(kind) || !/[([（［]/u.test(text)) return []
    return [...foldWidth(text).matchAll(remarkRE)].flatMap(([, remark = '']) => limitsIn(remark, locale))
  })
