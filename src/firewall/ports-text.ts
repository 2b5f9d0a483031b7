/** Writes and reads lists of ports with the separator of a target. */
import {MAX_PORT} from '../model/max-port.ts'
import type {PortRange} from '../model/schema.ts'

/** `writePorts([[443, 443], [50000, 59999]], '-')` → `['443', '50000-59999']`. */
export const writePorts = (ranges: readonly PortRange[], separator: string): string[] =>
  ranges.map(([low, high]) => (low === high ? `${low}` : `${low}${separator}${high}`))

const portRE = /^[0-9]{1,5}$/

/** @throws {SyntaxError} when a member is no port and no range */
export function readPorts(members: readonly string[], separator: string): PortRange[] {
  return members.map((member) => {
    const [low = '', high = low, ...rest] = member.trim().split(separator)
    const range: PortRange = [Number(low), Number(high)]
    if (
      !portRE.test(low) ||
      !portRE.test(high) ||
      rest.length > 0 ||
      range[0] > range[1] ||
      range[1] > MAX_PORT
    ) {
      throw new SyntaxError(`expected a port or a range of ports, found “${member}”`)
    }
    return range
  })
}
