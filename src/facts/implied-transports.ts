/** The transports of a row that names none: those of its protocols, or of the service that stands in a column of its own. */
import type {ColumnKind, Transport} from '../model/schema.ts'
import type {CellFacts} from './path/path-reading.ts'
import {termOf, transportsImpliedBy} from './protocol-words.ts'
import type {RowCell} from './row/row-cell.ts'

export interface Implied {
  transports: Transport[]
  /** What implies them, as the row says it or as the registry names it; null where a column of services names them. */
  by: string | null
}

const serviceKinds: ReadonlySet<ColumnKind> = new Set(['service', 'traffic'])

/** null where nothing implies a transport, or two protocols imply different ones: whose ports are whose isn't told. */
export function impliedTransports(
  {protocols, security}: Pick<CellFacts, 'protocols' | 'security'>,
  row: readonly RowCell[],
): Implied | null {
  const names = protocols.length > 0 || security !== null ? protocols : servicesIn(row)
  if (names.length === 0) return security === null ? namedIn(row) : {transports: ['tcp'], by: security}
  const implied = names.map(transportsImpliedBy)
  const [first = []] = implied
  if (implied.every((list) => list.length > 0 && list.join() === first.join()))
    return {transports: first, by: names.join(', ')}
  return null
}

/** Names of protocols that are the whole of a cell: `LDAPS`, but not `LDAP proxy`. */
const servicesIn = (row: readonly RowCell[]): string[] =>
  row.flatMap(({kind, text}) => {
    const term = serviceKinds.has(kind) ? termOf(text) : null
    return term?.kind === 'protocol' ? [term.name] : []
  })

/** Transports that are the whole of a cell in such a column: `TCP`, `TCP/UDP`; null where two cells name different ones. */
function namedIn(row: readonly RowCell[]): Implied | null {
  const told = row.flatMap(({kind, text}) => {
    const terms = text.split(/[\s/,;+&、，]+/u).map(termOf)
    const named = terms.flatMap((term) => (term?.kind === 'transport' ? term.transport : []))
    return serviceKinds.has(kind) && named.length === terms.length ? [[...new Set(named)].sort()] : []
  })
  const [first] = told
  return first !== undefined && told.every((each) => each.join() === first.join())
    ? {transports: first, by: null}
    : null
}
