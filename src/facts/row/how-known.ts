/** Tells of the fields of a rule whether the row states them. */
import type {Facts, Known, KnownField} from '../../model/schema.ts'
import type {RowCell} from './row-cell.ts'

const stated: Known = {how: 'stated'}
const unstated: Known = {how: 'unstated'}

/** What is there is stated, what is empty unstated; an action that nobody mentions is to open. */
export const howKnown = (
  facts: Omit<Facts, 'known'>,
  row: readonly RowCell[],
): Partial<Record<KnownField, Known>> => ({
  ...Object.fromEntries(
    (['protocols', 'transports', 'ports', 'sourcePorts'] as const).map((field) => [
      field,
      facts[field].length > 0 || (field === 'ports' && facts.portNames) ? stated : unstated,
    ]),
  ),
  ...Object.fromEntries(
    (['direction', 'source', 'destination', 'host'] as const).map((field) => [
      field,
      facts[field] === null ? unstated : stated,
    ]),
  ),
  action: row.some(({kind}) => kind === 'action') ? stated : {how: 'implied', by: 'a table of ports to open'},
})
