/** Reads the addresses and services that the rules of PAN-OS name. */
import {type AddressSets, readAddresses} from '../../address-sets.ts'
import {readAll, readPortSet, readProtocol} from '../../match.ts'
import {allPorts} from '../../region.ts'
import type {Service} from '../objects.ts'

export function readAddress(
  {addresses}: {addresses: Map<string, AddressSets | null>},
  name: string,
  setting: string,
  [value = '']: readonly string[],
): void {
  if (setting === 'ip-netmask' || setting === 'ip-range') addresses.set(name, readAddresses(value))
  else if (setting === 'fqdn' || setting === 'ip-wildcard') addresses.set(name, null)
}

export function readService(
  {services}: {services: Map<string, Service | null>},
  name: string,
  setting: string,
  values: readonly string[],
): void {
  if (setting !== 'protocol') return
  const [protocol = '', side, ports = ''] = values
  const number = readProtocol(protocol)
  const set = readAll(ports.split(','), (text) => readPortSet(text, ''))
  const before = services.get(name)
  const base: Service = before ?? {protocols: [], ports: allPorts, sourcePorts: allPorts}
  if (
    number === null ||
    (side !== undefined && side !== 'port' && side !== 'source-port' && side !== 'override')
  )
    services.set(name, null)
  else if (side === 'port' || side === 'source-port')
    services.set(
      name,
      set === null || before === null
        ? null
        : {...base, protocols: [[number, number + 1]], [side === 'port' ? 'ports' : 'sourcePorts']: set},
    )
}

const tcp = (...ports: number[]): Service => ({
  protocols: [[6, 7]],
  ports: ports.map((port) => [port, port + 1]),
  sourcePorts: allPorts,
})

/** Services that every firewall has. */
export const predefined: readonly (readonly [string, Service])[] = [
  ['service-http', tcp(80, 8080)],
  ['service-https', tcp(443)],
]
