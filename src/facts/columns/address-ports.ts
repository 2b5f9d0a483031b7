/** Reads the port of an address: `https://host.example:8443/path`, `host.example:5432`, `[2001:db8::1]:443`. */
import {linesOf, plainText} from '../../text/cell-structure.ts'
import {type CellReading, refuse} from '../path/path-reading.ts'
import {noFacts} from '../port-cell.ts'
import {MAX_PORT} from '../ports/ranges.ts'

const addressRE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s/@]*@)?(?:\[[0-9a-f:.]+\]|(?=[^\s:]*[a-z*.])[\p{L}\p{N}*_.{}<>-]+):(?<port>[0-9]{1,5})(?:[/-](?<transport>tcp|udp)|[/?#]\S*)?$/iu

/** The ports that the addresses of a cell name; none where they name none, and null for a cell that holds other words. */
export function readAddressPorts(read: string): CellReading | null {
  const parts = linesOf(read).flatMap((line) => plainText(line).split(/[\s,;、，；]+/u))
  const told = parts.filter((part) => part !== '')
  const found = told.map((part) => addressRE.exec(part)?.groups)
  if (found.every((groups) => groups === undefined)) return null
  if (found.some((groups) => groups === undefined)) return refuse('only some of the addresses name a port')
  const named = found.map((groups) => ({
    port: Number(groups?.['port']),
    transport: groups?.['transport']?.toLowerCase() ?? '',
  }))
  if (named.some(({port}) => port > MAX_PORT)) return refuse(`a port is above ${MAX_PORT}`)
  const groups = [...Map.groupBy(named, ({transport}) => transport)]
  return {
    ok: true,
    parts: groups.map(([transport, own]) => ({
      ...noFacts,
      transports: transport === 'tcp' || transport === 'udp' ? [transport] : [],
      ports: [...new Set(own.map(({port}) => port))].toSorted((a, b) => a - b).map((port) => [port, port]),
    })),
  }
}
