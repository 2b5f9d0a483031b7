/**
 * Reads `addresses.yaml`: which addresses the machines of the documents have at this site.
 *
 * ```yaml
 * machines:
 *   access-edge: 203.0.113.10
 *   front-end-pool: {pool: [10.1.0.1, 10.1.0.2]}
 *   av-edge: {nat: [{inside: 10.0.0.12, outside: 203.0.113.12}], fqdn: av.example.com}
 *   director: {same-as: front-end-pool}
 * ports:
 *   sbc-sip: 5061
 * ```
 */
import {type Document, isMap, isScalar, LineCounter, type Node, parseDocument, visit} from 'yaml'
import {z} from 'zod'
import {MAX_PORT} from '../model/max-port.ts'
import type {PortRange} from '../model/schema.ts'
import {isAnyWord, readAddress} from './address.ts'
import type {Target} from './export-types.ts'

/** `a`, `a, b` as after `--set`, or a list. */
const oneOrMore = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((texts) => [texts].flat().flatMap((text) => text.split(',').map((each) => each.trim())))

export const machineSchema = z.union([
  oneOrMore.transform((addresses) => ({addresses})),
  z.strictObject({
    addresses: oneOrMore.optional(),
    /** The members of a pool. */
    pool: oneOrMore.optional(),
    /** Names, for targets that take names. */
    fqdn: oneOrMore.optional(),
    /** The machine's own address, and the one that it is reached by. */
    nat: z
      .array(z.strictObject({inside: z.string(), outside: z.string()}))
      .min(1)
      .optional(),
    /** Another machine of the file that has the same addresses. */
    'same-as': z.string().optional(),
  }),
])

export const addressFileSchema = z.strictObject({
  machines: z.record(z.string(), machineSchema).default({}),
  /** Ports that documents leave to the site: `5061`, `50000-59999`, or several. */
  ports: z
    .record(
      z.string(),
      z
        .union([z.int(), z.string(), z.array(z.union([z.int(), z.string()]))])
        .transform((value) => [value].flat()),
    )
    .default({}),
})

const NAMED_MAPS = ['machines', 'ports'] as const
/** The one name that objects keep for themselves: the schema would drop the entry without a word. */
const KEPT_NAME = '__proto__'

type Machine = Exclude<z.infer<typeof machineSchema>, never>

export interface AddressFile {
  machines: ReadonlyMap<string, Machine>
  ports: Record<string, PortRange[]>
  /** Where the entry of a machine stands; lines and columns count from 1. */
  placeOf: (machine: string) => FilePlace
}

export interface FilePlace {
  line: number
  column: number
}

export interface FileProblem extends FilePlace {
  message: string
  hint: string
}

export type AddressFileReading = {ok: true; file: AddressFile} | {ok: false; problems: FileProblem[]}

/** All that is wrong is told at once, each at its place. */
export function readAddressFile(text: string): AddressFileReading {
  const lines = new LineCounter()
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false})
  const at = (offset: number): FilePlace => {
    const {line, col} = lines.linePos(offset)
    return {line: Math.max(1, line), column: Math.max(1, col)}
  }
  if (document.errors.length > 0) {
    const hint = 'expected YAML such as “machines: {access-edge: 203.0.113.10}”'
    return {ok: false, problems: document.errors.map(({pos, message}) => ({...at(pos[0]), message, hint}))}
  }
  const placeOf = (path: readonly PropertyKey[]): FilePlace =>
    at(nodeAt(document.contents, path)?.range?.[0] ?? 0)
  const unresolved = unresolvedAlias(document)
  if (unresolved !== null) {
    const message = `Unexpected alias “*${unresolved.name}” of something that the file doesn’t have`
    const hint = 'put a text that starts with * in quotes, such as "*.example.com"'
    return {ok: false, problems: [{...at(unresolved.offset), message, hint}]}
  }
  const kept = NAMED_MAPS.find((map) => document.hasIn([map, KEPT_NAME]))
  if (kept !== undefined) {
    const message = `Unexpected name “${KEPT_NAME}” in ${kept}`
    return {ok: false, problems: [{...placeOf([kept, KEPT_NAME]), message, hint: 'give it another name'}]}
  }
  const parsed = addressFileSchema.safeParse(document.toJS() ?? {})
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({path, message}) => ({
      ...placeOf(path),
      message: `Unexpected value of “${path.map(String).join('.') || 'the file'}”: ${message}`,
      hint: 'a machine has addresses, pool, fqdn, nat (inside and outside) or same-as; beside machines there is ports',
    }))
    return {ok: false, problems}
  }
  const machines = new Map(Object.entries(parsed.data.machines))
  const problems = [...machines].flatMap(([name, machine]) =>
    machineProblems(name, machine, machines).map((problem) => ({...placeOf(['machines', name]), ...problem})),
  )
  const ports = new Map<string, PortRange[]>()
  for (const [name, members] of Object.entries(parsed.data.ports)) {
    const ranges = members.map((member) => readRange(String(member)))
    if (ranges.some((range) => range === null))
      problems.push({
        ...placeOf(['ports', name]),
        message: `Unexpected port of “${name}”`,
        hint: `expected a port from 0 to ${MAX_PORT}, or a range such as 50000-59999`,
      })
    ports.set(
      name,
      ranges.flatMap((range) => (range === null ? [] : [range])),
    )
  }
  if (problems.length > 0) return {ok: false, problems}
  return {
    ok: true,
    file: {machines, ports: Object.fromEntries(ports), placeOf: (machine) => placeOf(['machines', machine])},
  }
}

/** The first `*name` without an `&name` before it: a name with a wildcard, more often than an alias. */
function unresolvedAlias(document: Document.Parsed): {name: string; offset: number} | null {
  let found: {name: string; offset: number} | null = null
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined
      found = {name: alias.source, offset: alias.range?.[0] ?? 0}
      return visit.BREAK
    },
  })
  return found
}

/** The key of a map's entry where the path ends there: that is where a person looks. */
function nodeAt(node: unknown, path: readonly PropertyKey[]): Node | null {
  const [first, ...rest] = path
  const isNode = (value: unknown): value is Node =>
    typeof value === 'object' && value !== null && 'range' in value
  if (first === undefined || !isMap(node)) return isNode(node) ? node : null
  const pair = node.items.find(({key}) => isScalar(key) && String(key.value) === String(first))
  if (pair === undefined) return isNode(node) ? node : null
  if (rest.length === 0 || !isMap(pair.value)) return isNode(pair.key) ? pair.key : null
  return nodeAt(pair.value, rest)
}

function readRange(text: string): PortRange | null {
  if (!/^\d{1,5}(?:-\d{1,5})?$/.test(text)) return null
  const [low = 0, high = low] = text.split('-').map(Number)
  return low <= high && high <= MAX_PORT ? [low, high] : null
}

type Told = Pick<FileProblem, 'message' | 'hint'>

function machineProblems(name: string, machine: Machine, machines: ReadonlyMap<string, Machine>): Told[] {
  const texts = textsOf(machine)
  const bad = texts.flatMap((text): Told[] => {
    const reading = readAddress(text)
    if (reading.ok) return []
    return [{message: `Unexpected address “${text}” of “${name}”`, hint: reading.hint}]
  })
  const mixed = texts.some(isAnyWord) && texts.length > 1
  const chain = chainOf(name, machines)
  return [
    ...bad,
    ...(mixed
      ? [{message: `Unexpected “any” beside other addresses of “${name}”`, hint: 'give “any” alone'}]
      : []),
    ...(chain === null
      ? [
          {
            message: `“${name}” is the same as a machine that the file doesn’t have, or as itself`,
            hint: `the file has ${[...machines.keys()].join(', ')}`,
          },
        ]
      : []),
    ...(texts.length === 0 && sameAs(machine) === undefined
      ? [{message: `“${name}” has no address`, hint: 'give it one, or leave it out'}]
      : []),
  ]
}

const sameAs = (machine: Machine): string | undefined =>
  'same-as' in machine ? machine['same-as'] : undefined

const natOf = (machine: Machine): {inside: string; outside: string}[] =>
  'nat' in machine ? (machine.nat ?? []) : []

const textsOf = (machine: Machine): string[] => [
  ...addressesOf(machine),
  ...('fqdn' in machine ? (machine.fqdn ?? []) : []),
  ...natOf(machine).flatMap(({inside, outside}) => [inside, outside]),
]

const addressesOf = (machine: Machine): string[] => [
  ...(machine.addresses ?? []),
  ...('pool' in machine ? (machine.pool ?? []) : []),
]

/** The machine that a name stands for at last; null where it stands for none. */
function chainOf(name: string, machines: ReadonlyMap<string, Machine>): Machine | null {
  const seen = new Set<string>()
  for (let at = name; !seen.has(at); ) {
    seen.add(at)
    const machine = machines.get(at)
    if (machine === undefined) return null
    const next = sameAs(machine)
    if (next === undefined) return machine
    at = next
  }
  return null
}

/** What a target is given for each machine: of NAT the side that it sees, and names where it takes names and has no address. */
export function addressesFor(
  {machines}: Pick<AddressFile, 'machines'>,
  {hostNames, nat}: Pick<Target, 'hostNames' | 'nat'>,
): Record<string, string[]> {
  return Object.fromEntries(
    [...machines.keys()].flatMap((name) => {
      const machine = chainOf(name, machines)
      if (machine === null) return []
      const own = [...addressesOf(machine), ...natOf(machine).map((pair) => pair[nat])]
      const names = 'fqdn' in machine ? (machine.fqdn ?? []) : []
      const given = hostNames && names.length > 0 ? names : own.length > 0 ? own : names
      return given.length === 0 ? [] : [[name, given]]
    }),
  )
}
