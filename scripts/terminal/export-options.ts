/** The options that choose rules and addresses: of an export, and of an audit that asks for the same. */
import {InvalidArgumentError} from 'commander'
import {UsageError} from '../../src/disk/usage-error.ts'
import {type Requirement, requirementSchema} from '../../src/model/schema.ts'

export const readRuleIds = (id: string, before: string[] = []): string[] => [
  ...before,
  ...id.split(',').map((each) => each.trim()),
]

export function readRequirements(text: string): Requirement[] {
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

export function readInterface(text: string | undefined): 'external' | 'internal' | null {
  if (text === undefined) return null
  if (text === 'external' || text === 'internal') return text
  throw new UsageError(
    `Expected external or internal after --interface, found “${text}”`,
    'Leave it out for both.',
  )
}
