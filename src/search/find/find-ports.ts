/** Finds the rules that match ports, from the files that can hold them. */

import type {PortFile} from '../files.ts'
import {findByPort, type PortEntry, type PortMatch} from '../index/port-index.ts'
import {readSpec} from '../port-spec.ts'
import type {PortTerm} from '../query/query-types.ts'
import type {Files} from './load.ts'

/** As `findByPort`. */
export const findPorts = async (files: Files, terms: readonly PortTerm[]): Promise<PortMatch[]> => {
  const index = await files.index()
  const needed = [...index.ports.entries()].filter(([, [low, high]]) =>
    terms.some(({range}) => low <= range[1] && high >= range[0]),
  )
  const ports = await Promise.all(
    needed.map(async ([number, [, , first]]) =>
      toEntries(index.inline ?? (await files.ports(number)), first),
    ),
  )
  const sourcePorts = index.sourcePorts.map(([spec, rules]) => ({...readSpec(spec), rules}))
  return findByPort({ports: ports.flat(), sourcePorts}, terms)
}

const toEntries = ({specs, counts}: PortFile, first: number): PortEntry[] => {
  let next = first
  return specs.map((spec, at) => {
    const count = counts[at] ?? 0
    const rules = [next, count]
    next += count
    return {...readSpec(spec), rules}
  })
}
