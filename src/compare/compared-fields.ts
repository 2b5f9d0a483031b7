/** What a rule means, as strings that are equal exactly when two rules say the same. */

import {mergeRanges} from '../facts/ports/ranges.ts'
import type {Facts, PortRange} from '../model/schema.ts'
import {endpointKey} from '../model/topic-rules.ts'

/** The fields that are compared, in the order in which a difference is told. */
export const comparedFields = [
  'role',
  'protocols',
  'security',
  'transports',
  'ports',
  'sourcePorts',
  'source',
  'destination',
  'host',
  'requirement',
  'action',
  'direction',
] as const satisfies readonly (keyof Facts)[]

export type ComparedField = (typeof comparedFields)[number]

const setKey = (members: readonly string[]): string => [...new Set(members)].sort().join(',')

const rangesKey = (ranges: readonly PortRange[]): string =>
  mergeRanges([...ranges])
    .map(([low, high]) => `${low}-${high}`)
    .join(',')

const fieldKeys: {[field in ComparedField]: (facts: Facts) => string} = {
  role: ({role}) => (role === null ? '-' : `=${role}`),
  // Types of messages tell protocols apart, and names of ranges tell ports.
  protocols: ({protocols, icmpTypes = [], allProtocols}) =>
    setKey([...protocols, ...icmpTypes.map(String), ...(allProtocols ? ['any'] : [])]),
  security: ({security}) => security ?? '-',
  transports: ({transports}) => setKey(transports),
  ports: ({ports, portNames = []}) => setKey([rangesKey(ports), ...portNames].filter((key) => key !== '')),
  sourcePorts: ({sourcePorts}) => rangesKey(sourcePorts),
  source: ({source}) => endpointKey(source),
  destination: ({destination}) => endpointKey(destination),
  host: ({host}) => endpointKey(host),
  requirement: ({requirement}) => requirement,
  action: ({action}) => action,
  direction: ({direction}) => direction ?? '-',
}

/** One field's meaning: sets without order, ranges as merged intervals, endpoints with their qualifiers. */
export const fieldKey = (facts: Facts, field: ComparedField): string => fieldKeys[field](facts)

/** The meaning of the whole rule. */
export const meaningKey = (facts: Facts): string =>
  JSON.stringify(comparedFields.map((field) => fieldKey(facts, field)))

/** The fields in which two rules differ, in the order of `comparedFields`. */
export const differingFields = (a: Facts, b: Facts): ComparedField[] =>
  comparedFields.filter((field) => fieldKey(a, field) !== fieldKey(b, field))

/** The fields that mean the same in both rules and are written otherwise. */
export const rewordedFields = (a: Facts, b: Facts): ComparedField[] =>
  comparedFields.filter(
    (field) =>
      fieldKey(a, field) === fieldKey(b, field) && JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  )
