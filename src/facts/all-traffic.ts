/** Knows a row that denies all traffic between its ends, whatever protocol it is of: `Any | Any | Any | Deny`. */
import {MAX_PORT} from '../model/max-port.ts'
import type {ColumnKind} from '../model/schema.ts'
import {isWord} from '../text/locale-words.ts'
import {isNone, type RowPorts} from './columns/port-part.ts'
import {noFacts} from './port-cell.ts'
import type {RowCell} from './row/row-cell.ts'

/** Columns that tell which traffic a row is of. */
const trafficKinds: ReadonlySet<ColumnKind> = new Set([
  ...(['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount', 'protocol', 'traffic'] as const),
  ...(['service', 'address'] as const),
])
/** Rules of a firewall call any protocol so. */
const ipRE = /^ip(?:v4|v6)?$/iu

/** Whether no column of a row tells one kind of traffic from another: each says any, or nothing. */
export function isOfAllTraffic(row: readonly RowCell[], locale: string): boolean {
  const told = row.filter(({kind}) => trafficKinds.has(kind))
  return (
    told.length > 0 &&
    told.every(
      ({kind, text, isKnown, isEmpty = false}) =>
        (isKnown || isEmpty) &&
        (isNone(text, locale) ||
          isWord(text, 'anyWords', locale) ||
          text.trim() === '*' ||
          (kind === 'protocol' && ipRE.test(text.trim()))),
    )
  )
}

/** All ports of the transports that have some. */
export const allPorts: RowPorts = {
  ok: true,
  parts: [
    {
      facts: {...noFacts, transports: ['tcp', 'udp'], ports: [[0, MAX_PORT]]},
      sourcePorts: [],
      column: null,
      line: null,
    },
  ],
  anomalies: [],
}
