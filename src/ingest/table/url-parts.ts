/** Tables that take the addresses of examples apart: a URL in one column, and its host, path and port in those beside it. */
import {transportsIn} from '../../facts/protocol-words.ts'
import type {Column} from './column.ts'

/** With a path: a service that is to be reached is often named by scheme, host and port alone. */
const urlRE =
  /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<host>[^\s/:?#]+)(?::(?<port>[0-9]{1,5}))?\/(?<rest>\S+)$/iu

const textsOf = ({cells}: Column): string[] => cells.map(({source, target}) => (source ?? target).trim())

interface UrlParts {
  port: string | undefined
  names: ReadonlySet<string>
}

function partsOf(text: string): UrlParts | null {
  const {scheme, host, port, rest = ''} = urlRE.exec(text)?.groups ?? {}
  if (scheme === undefined || host === undefined) return null
  const segments = rest.split(/[/?#&=]/u).filter((segment) => segment !== '')
  return {port, names: new Set([scheme, `${scheme}://`, host, rest, `/${rest}`, ...segments])}
}

/** Why a table takes URLs apart and opens nothing; null for others, such as those that name a transport. */
export function findUrlParts(columns: readonly Column[]): string | null {
  const ports = columns.filter(({kind}) => kind === 'port')
  const [port] = ports
  if (port === undefined || ports.length > 1) return null
  if (columns.some((column) => textsOf(column).some((text) => transportsIn(text).length > 0))) return null
  for (const column of columns) {
    const urls = textsOf(column).map(partsOf)
    if (column === port || urls.length === 0 || urls.includes(null)) continue
    const isOfUrls = textsOf(port).every((text, row) => (urls[row]?.port ?? text) === text)
    const part = columns.find(
      (other) =>
        other !== column &&
        other !== port &&
        other.cells.length === urls.length &&
        textsOf(other).every((text, row) => urls[row]?.names.has(text)),
    )
    if (isOfUrls && part !== undefined)
      return `column ${column.column} holds URLs, and columns ${port.column} and ${part.column} parts of them`
  }
  return null
}
