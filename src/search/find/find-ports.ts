/** Finds the rules that match ports, and the pages of these ports, from the files that can hold them. */

import {MAX_PORT} from '../../model/max-port.ts'
import type {PortRange} from '../../model/schema.ts'
import type {PortFile} from '../files.ts'
import {findByPort, type PortEntry, type PortIndex, type PortMatch} from '../index/port-index.ts'
import {rangeId, readSpec} from '../port-spec.ts'
import type {PortTerm} from '../query/query-types.ts'
import type {Files} from './load.ts'

/** As `findByPort`. */
export const findPorts = async (files: Files, terms: readonly PortTerm[]): Promise<PortMatch[]> =>
  findByPort(
    await loadPorts(
      files,
      terms.map(({range}) => range),
    ),
    terms,
  )

/** The page of a port that was asked for. */
export interface PortPageLink {
  /** Address part: `443` or `50000-59999`. */
  id: string
  range: PortRange
  /** How many rules it shows, of any transport. */
  rules: number
}

/** More pages than a reader asks for at once. */
const MOST_PAGES = 3

/** Pages of the ports and ranges of a query: only what a rule names, or starts or ends with, has one. */
export const findPortPages = async (files: Files, terms: readonly PortTerm[]): Promise<PortPageLink[]> => {
  const ranges = [...new Map(terms.map(({range}) => [rangeId(range), range])).values()].slice(0, MOST_PAGES)
  const index = await loadPorts(files, ranges)
  const own = [...index.ports, ...index.sourcePorts].flatMap((entry) => entry.ranges)
  return ranges.flatMap((range) =>
    own.some((named) => givesPage(named, range))
      ? [{id: rangeId(range), range, rules: findByPort(index, [{range, transport: null}]).length}]
      : [],
  )
}

/** Whether a rule names exactly this port or range. */
export const isNamed = async (files: Files, [low, high]: PortRange): Promise<boolean> => {
  const {ports, sourcePorts} = await loadPorts(files, [[low, high]])
  return [...ports, ...sourcePorts].some(({ranges}) => ranges.some(([a, b]) => a === low && b === high))
}

const givesPage = ([from, to]: PortRange, [low, high]: PortRange): boolean => {
  if (from === low && to === high) return true
  const isAny = from === 0 && to === MAX_PORT
  return !isAny && low === high && (low === from || low === to)
}

const loadPorts = async (files: Files, ranges: readonly PortRange[]): Promise<PortIndex> => {
  const index = await files.index()
  const needed = [...index.ports.entries()].filter(([, [low, high]]) =>
    ranges.some((range) => low <= range[1] && high >= range[0]),
  )
  const ports = await Promise.all(
    needed.map(async ([number, [, , first]]) =>
      toEntries(index.inline ?? (await files.ports(number)), first),
    ),
  )
  const sourcePorts = index.sourcePorts.map(([spec, rules]) => ({...readSpec(spec), rules}))
  return {ports: ports.flat(), sourcePorts}
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
