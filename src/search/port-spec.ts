/** Ports and transports of a rule as one short text, and back: `443,50000-59999/tu`. */
import type {PortRange, Transport} from '../model/schema.ts'

/** Address part of a port or range: `443`, `50000-59999`. */
export const rangeId = ([low, high]: PortRange): string => (low === high ? `${low}` : `${low}-${high}`)

export interface PortSpec {
  ranges: PortRange[]
  transports: Transport[]
}

const letters: Record<Transport, string> = {tcp: 't', udp: 'u'}

export const toSpec = (ranges: readonly PortRange[], transports: readonly Transport[]): string =>
  `${ranges.map(rangeId).join(',')}/${transports.map((name) => letters[name]).join('')}`

export const readSpec = (spec: string): PortSpec => {
  const [ports = '', transports = ''] = spec.split('/')
  const ranges = ports === '' ? [] : ports.split(',').map(readRange)
  return {ranges, transports: [...transports].map((letter) => (letter === 't' ? 'tcp' : 'udp'))}
}

const readRange = (text: string): PortRange => {
  const [low = '', high = low] = text.split('-')
  return [Number(low), Number(high)]
}
