/** What an export is given for the ends of its rules: by the command itself, else by an address file. */
import {UsageError} from '../../disk/usage-error.ts'
import {type AddressFile, addressesFor} from '../../firewall/address-file.ts'
import type {ExportRequest, Target} from '../../firewall/export-types.ts'
import {unknownPorts} from '../../firewall/open-ports.ts'
import {unknownEndpoints} from '../../firewall/problems.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {nearest} from '../search/find-topic.ts'

export interface GivenAddresses {
  addresses?: Record<string, string[]>
  addressFile?: {path: string; file: AddressFile} | null
}

/** Ends that no endpoint of a dataset stands for. */
const placesRE = /^(?:any|any:(?:internal|source|destination)|unstated:(?:source|destination))$/

/** The file is for all topics: what this one doesn't name is left out of it, and what no topic names is a mistake. */
export function withAddresses(
  request: ExportRequest,
  {addresses = {}, addressFile = null}: GivenAddresses,
  target: Pick<Target, 'hostNames' | 'nat'>,
  kb: Pick<KnowledgeBase, 'endpoints'>,
): ExportRequest {
  if (addressFile === null) return {...request, addresses}
  refuseUnknown(addressFile, kb)
  const {file} = addressFile
  const ofFile = addressesFor(file, target)
  const foreign = new Set(unknownEndpoints({...request, addresses: ofFile}).map(({values}) => values['key']))
  const foreignPorts = new Set(unknownPorts({...request, ports: file.ports}).map(({values}) => values['key']))
  const own = <Value>(entries: Readonly<Record<string, Value>>, without: ReadonlySet<string | undefined>) =>
    Object.fromEntries(Object.entries(entries).filter(([key]) => !without.has(key)))
  return {
    ...request,
    addresses: {...own(ofFile, foreign), ...addresses},
    ports: {...own(file.ports, foreignPorts), ...request.ports},
  }
}

function refuseUnknown(
  {path, file}: {path: string; file: AddressFile},
  {endpoints}: Pick<KnowledgeBase, 'endpoints'>,
): void {
  const ids = endpoints.map(({id}) => id)
  const unknown = [...file.machines.keys()].filter(
    (name) => !placesRE.test(name) && !ids.includes(name.split('+')[0] ?? ''),
  )
  const [first] = unknown
  if (first === undefined) return
  const told = unknown.map((name) => {
    const {line, column} = file.placeOf(name)
    return `${path}:${line}:${column}: there is no machine “${name}” in the dataset`
  })
  throw new UsageError(told.join('; '), `Did you mean ${nearest(ids, first).slice(0, 3).join(', ')}?`)
}
