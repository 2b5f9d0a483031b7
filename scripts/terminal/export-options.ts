/** The options that choose rules and addresses: of an export, and of an audit that asks for the same. */
import {type Command, InvalidArgumentError} from 'commander'
import {readAddressFileAt} from '../../src/app/export/address-file-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import type {DeviceChoice} from '../../src/firewall/export-types.ts'
import {MAX_PORT} from '../../src/model/max-port.ts'
import {type PortRange, type Requirement, requirementSchema} from '../../src/model/schema.ts'

const readRuleIds = (id: string, before: string[] = []): string[] => [
  ...before,
  ...id.split(',').map((each) => each.trim()),
]

function readRequirements(text: string): Requirement[] {
  return text.split(',').map((name) => {
    const parsed = requirementSchema.safeParse(name.trim())
    if (parsed.success) return parsed.data
    throw new InvalidArgumentError(`Expected ${requirementSchema.options.join(', ')}, found “${name}”.`)
  })
}

export function readSettings(settings: readonly string[]): Record<string, string[]> {
  const addresses = new Map<string, string[]>()
  for (const setting of settings) {
    const [name = '', ...rest] = setting.split('=')
    const texts = rest.join('=').split(',')
    if (name === '' || rest.length === 0 || texts.includes('')) {
      throw new UsageError(
        `Expected ENDPOINT=ADDRESS after --set, found “${setting}”`,
        'For example --set access-edge=203.0.113.10',
      )
    }
    addresses.set(name, [...(addresses.get(name) ?? []), ...texts])
  }
  return Object.fromEntries(addresses)
}

/** `perimeter`, `internal`, `host:access-edge`. */
export function readDevice(text: string | undefined): DeviceChoice | null {
  if (text === undefined) return null
  if (text === 'perimeter' || text === 'internal') return {kind: text}
  const endpoint = text.startsWith('host:') ? text.slice('host:'.length) : ''
  if (endpoint !== '') return {kind: 'host', endpoint}
  throw new UsageError(
    `Expected perimeter, internal or host:ENDPOINT after --device, found “${text}”`,
    'For example --device host:access-edge; leave it out for all devices.',
  )
}

/** `sbc-sip=5061`, `sbc-srtp=50000-59999,60000`. */
function readPortSettings(settings: readonly string[]): Record<string, PortRange[]> {
  const ports = new Map<string, PortRange[]>()
  for (const setting of settings) {
    const [name = '', text = ''] = setting.split('=')
    const members = text.split(',').map((member) => member.trim())
    const isRead =
      name !== '' && text !== '' && members.every((member) => /^\d{1,5}(?:-\d{1,5})?$/.test(member))
    const ranges = isRead ? members.map((member) => readRange(member)) : []
    if (!isRead || ranges.some(([low, high]) => low > high || high > MAX_PORT))
      throw new UsageError(
        `Expected NAME=PORT after --set-port, found “${setting}”`,
        'For example --set-port sbc-sip=5061, or a range: --set-port sbc-srtp=50000-59999.',
      )
    ports.set(name, [...(ports.get(name) ?? []), ...ranges])
  }
  return Object.fromEntries(ports)
}

function readRange(member: string): PortRange {
  const [low = '', high = low] = member.split('-')
  return [Number(low), Number(high)]
}

function readInterface(text: string | undefined): 'external' | 'internal' | null {
  if (text === undefined) return null
  if (text === 'external' || text === 'internal') return text
  throw new UsageError(
    `Expected external or internal after --interface, found “${text}”`,
    'Leave it out for both.',
  )
}

/** What both commands are told of the topic and of the site. */
export interface RuleOptions {
  data: string
  set?: string[]
  addresses?: string
  setPort?: string[]
  interface?: string
  include?: Requirement[]
  allowUnrestricted?: string[]
  device?: string
}

/** `allow` says what the word for an unrestricted rule does. */
export const addRuleOptions = (command: Command, allow: string): Command =>
  command
    .option('--data <dir>', 'folder with knowledge-base.json', 'data')
    .option('--set <endpoint=address...>', 'addresses of an endpoint, with commas between several')
    .option('--addresses <file>', 'YAML file with the addresses of machines; --set wins over it')
    .option('--set-port <name=port...>', 'ports that the document leaves to the site: sbc-sip=5061')
    .option('--interface <side>', 'external or internal; else both')
    .option(
      '--include <requirements>',
      'beside required, conditional and unknown: optional, legacy',
      readRequirements,
    )
    .option('--allow-unrestricted <rule-id>', allow, readRuleIds)
    .option(
      '--device <device>',
      'only what one device sees: perimeter, internal, or host:ENDPOINT for a machine; else all devices',
    )

export const readRuleChoices = (options: RuleOptions) => ({
  addresses: readSettings(options.set ?? []),
  addressFile: options.addresses === undefined ? null : readAddressFileAt(options.addresses),
  ports: readPortSettings(options.setPort ?? []),
  interface: readInterface(options.interface),
  include: options.include ?? [],
  allowUnrestricted: options.allowUnrestricted ?? [],
})
