/** Reads the rules of PAN-OS set commands that name their own services. */
import type {ReadRule} from '../../export-types.ts'
import {readPorts} from '../../ports-text.ts'

const commandRE = /^set (?:(service) (\S+) protocol (tcp|udp)|rulebase security rules (\S+)) (\S+) (.+)$/

type Settings = Map<string, string>

export function read(text: string): ReadRule[] {
  const services = new Map<string, Settings>()
  const rules = new Map<string, Settings>()
  for (const line of text.split('\n').filter((each) => each.startsWith('set '))) {
    const [, service, serviceName, transport, rule, setting, value] = commandRE.exec(line) ?? []
    const name = service === undefined ? rule : serviceName
    if (name === undefined || setting === undefined || value === undefined)
      throw new SyntaxError(`unexpected command “${line}”`)
    const kind = service === undefined ? rules : services
    const own = kind.get(name) ?? new Map(transport === undefined ? [] : [['transport', transport]])
    kind.set(name, own.set(setting, value))
  }
  return [...rules.values()].map((rule) => readRule(rule, services))
}

function readRule(rule: Settings, services: ReadonlyMap<string, Settings>): ReadRule {
  const ends = {
    ...(rule.get('action') === 'allow' ? {} : {action: 'deny' as const}),
    sources: members(rule.get('source')),
    destinations: members(rule.get('destination')),
  }
  if (rule.get('service') === 'any')
    return {direction: 'forward', transport: 'ip', ports: [], sourcePorts: [], ...ends}
  const service = services.get(rule.get('service') ?? '')
  if (service === undefined) throw new SyntaxError('expected the service that a rule names')
  const ports = (name: string) => readPorts((service.get(name) ?? '').split(',').filter(Boolean), '-')
  return {
    direction: 'forward',
    transport: service.get('transport') === 'tcp' ? 'tcp' : 'udp',
    ports: ports('port'),
    sourcePorts: ports('source-port'),
    ...ends,
  }
}

const members = (list = ''): string[] =>
  list
    .split(' ')
    .filter((word) => !['', '[', ']'].includes(word))
    .map((word) => (['any', '0.0.0.0/0', '::/0'].includes(word) ? 'any' : word.replace(/^SET_/, '$')))
