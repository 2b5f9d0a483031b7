/**
 * What the makers' references say a file may hold, written down apart from our own readers: each grammar answers with
 * the first line that it doesn't know, or with null. Comments are any text in one line.
 */
import {isIPv4, isIPv6} from 'node:net'

/** Ids of targets that write data for programs: no header of comments, and nothing that runs. */
export const dataTargets = ['csv', 'json']

export type Grammar = (text: string) => string | null

const isPort = (text: string): boolean => /^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= 65535
const isPorts = (text: string): boolean => {
  const [low = '', high = low, more] = text.split('-')
  return more === undefined && isPort(low) && isPort(high) && Number(low) <= Number(high)
}
const isAddress = (text: string, family?: 4 | 6): boolean => {
  const [base = '', length = '', more] = text.split('/')
  const v4 = isIPv4(base) && family !== 6
  const v6 = isIPv6(base) && family !== 4
  const most = v4 ? 32 : 128
  return (
    more === undefined &&
    (v4 || v6) &&
    (length === '' || (/^\d{1,3}$/.test(length) && Number(length) <= most))
  )
}
const isList = (text: string, isMember: (member: string) => boolean): boolean =>
  text.split(',').every(isMember)

/** Of protocols, and of types of messages. */
const isProtocolNumber = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) <= 255

/** The first line that no production takes. */
const lineGrammar =
  (end: string, isLine: (line: string, before: readonly string[]) => boolean): Grammar =>
  (text) => {
    const lines = text.replace(/^\ufeff/, '').split(end)
    if (lines.pop() !== '') return 'the last line has no end'
    return lines.find((line, at) => !isLine(line, lines.slice(0, at))) ?? null
  }

/** Cisco IOS configuration guide, "IP extended access list" and "IPv6 access list": entries of four token kinds. */
const cisco = lineGrammar('\n', (line, before) => {
  if (line === '' || line === 'end' || /^!(?: [^\r]*)?$/.test(line)) return true
  if (/^(?:ip access-list extended|ipv6 access-list) [A-Z][A-Z0-9-]{0,99}$/.test(line)) return true
  if (/^object-group (?:network|v6-network) [A-Z][A-Z0-9_]*$/.test(line)) return true
  if (/^ SET_[A-Z0-9_]+$/.test(line)) return before.at(-1)?.startsWith('object-group ') === true
  // The parser takes 100 characters of a remark.
  if (line.startsWith(' remark ')) return [...line].length <= 1 + 'remark '.length + 100
  const [first, action, transport, ...rest] = line.split(' ')
  const family = before.findLast((each) => /^ip/.test(each))?.startsWith('ipv6') ? 6 : 4
  // All protocols of its family.
  const isAll = transport === (family === 6 ? 'ipv6' : 'ip')
  const isPortless = isAll || transport === 'icmp' || isProtocolNumber(transport ?? '')
  if (first !== '' || !['permit', 'deny'].includes(action ?? '')) return false
  if (!isPortless && !['tcp', 'udp'].includes(transport ?? '')) return false
  if (isPortless) {
    const type = ciscoEnd(ciscoEnd(rest, family), family)
    return transport === 'icmp' ? type?.length === 1 && isProtocolNumber(type.join()) : type?.length === 0
  }
  const afterSource = ciscoPorts(ciscoEnd(rest, family))
  const afterDestination = ciscoPorts(ciscoEnd(afterSource, family))
  return afterDestination?.length === 0 || (transport === 'tcp' && afterDestination?.join() === 'established')
})

/** The tokens behind one end of an entry; null where there is none. */
function ciscoEnd(tokens: readonly string[] | null, family: 4 | 6): string[] | null {
  const [one = '', two = '', ...rest] = tokens ?? []
  if (one === 'any') return tokens?.slice(1) ?? null
  if (one === 'object-group') return /^[A-Z][A-Z0-9_]*$/.test(two) ? rest : null
  if (one === 'host') return isAddress(two, family) && !two.includes('/') ? rest : null
  if (family === 6) return isAddress(one, 6) && one.includes('/') ? (tokens?.slice(1) ?? null) : null
  return isIPv4(one) && isWildcard(two) ? rest : null
}

/** Ones at the end only: `0.0.3.255`. */
const isWildcard = (text: string): boolean => {
  if (!isIPv4(text)) return false
  const bits = text.split('.').map((part) => Number(part).toString(2).padStart(8, '0'))
  return /^0*1*$/.test(bits.join(''))
}

function ciscoPorts(tokens: readonly string[] | null): string[] | null {
  const [one, low = '', high = '', ...rest] = tokens ?? []
  if (one === 'eq') return isPort(low) ? [...(tokens?.slice(2) ?? [])] : null
  if (one === 'range') return isPorts(`${low}-${high}`) ? rest : null
  return tokens === null ? null : [...tokens]
}

/** Microsoft, "netsh advfirewall firewall add rule": each setting once, in a command file. */
const netsh = lineGrammar('\r\n', (line) => {
  if (/^(?:@echo off|chcp 65001 >nul|setlocal DisableDelayedExpansion|rem [^%\r\n]*)$/.test(line)) return true
  if (/^set "[A-Z][A-Z0-9_]*="$/.test(line)) return true
  if (/^if not defined ([A-Z][A-Z0-9_]*) \(echo \1 is not set& exit \/b 1\)$/.test(line)) return true
  if (/^netsh advfirewall firewall delete rule name="[A-Za-z0-9 -]+" >nul$/.test(line)) return true
  const start = 'netsh advfirewall firewall add rule name="'
  const [name = '', settings = '', more] = line.startsWith(start) ? line.slice(start.length).split('" ') : []
  if (more !== undefined || !/^[A-Za-z0-9 -]+$/.test(name) || !settings.endsWith(' || exit /b 1'))
    return false
  const given = settings
    .slice(0, -' || exit /b 1'.length)
    .split(' ')
    .map((each) => each.split('='))
  const names = given.map(([key]) => key ?? '')
  const protocol = given.find(([key]) => key === 'protocol')?.[1] ?? ''
  // Only these two have ports.
  if (!['TCP', 'UDP'].includes(protocol) && names.some((key) => key.endsWith('port'))) return false
  return (
    new Set(names).size === names.length &&
    given.every(
      ([key = '', value = '', extra]) => extra === undefined && netshSettings[key]?.(value) === true,
    )
  )
})

const isNetshPorts = (value: string): boolean => value === 'any' || isList(value, isPorts)
const isNetshAddresses = (value: string): boolean =>
  value === 'any' || /^%[A-Z][A-Z0-9_]*%$/.test(value) || isList(value, (each) => isAddress(each))
const netshSettings: Record<string, (value: string) => boolean> = {
  dir: (value) => ['in', 'out'].includes(value),
  action: (value) => ['allow', 'block'].includes(value),
  protocol: (value) =>
    ['TCP', 'UDP', 'any'].includes(value) || isProtocolNumber(value) || /^icmpv[46]:\d{1,3},any$/.test(value),
  localport: isNetshPorts,
  remoteport: isNetshPorts,
  localip: isNetshAddresses,
  remoteip: isNetshAddresses,
}

/** Microsoft, "New-NetFirewallRule": values are words, variables, or lists of quoted strings in which nothing is expanded. */
const windows = lineGrammar('\r\n', (line) => {
  if (line === '' || /^#[^\r\n]*$/.test(line) || line === "$ErrorActionPreference = 'Stop'") return true
  if (/^\$([A-Z][A-Z0-9_]*) = @\('SET_\1'\)$/.test(line)) return true
  if (/^foreach \(\$name in '[A-Z][A-Z0-9_]*'(?:, '[A-Z][A-Z0-9_]*')*\) \{$/.test(line) || line === '}')
    return true
  if (line === '  $value = @(Get-Variable -Name $name -ValueOnly)') return true
  if (line.startsWith('  if (-not $value -or ') && line.endsWith(' { throw "$name is not set" }')) return true
  if (
    /^\$old = @\(Get-NetFirewallRule -Group 'Portolan [A-Za-z0-9-]+' -ErrorAction SilentlyContinue\)$/.test(
      line,
    )
  )
    return true
  if (line === '$old | Remove-NetFirewallRule') return true
  const [command, ...parameters] = line.split(' -')
  const names = parameters.map((parameter) => parameter.split(' ', 1)[0] ?? '')
  const hasPorts = parameters.some((parameter) => /^Protocol (?:TCP|UDP)$/.test(parameter))
  if (!hasPorts && names.some((each) => each.endsWith('Port'))) return false
  return (
    command === 'New-NetFirewallRule' &&
    parameters.every((parameter) => {
      const [name = ''] = parameter.split(' ', 1)
      return windowsParameters[name]?.(parameter.slice(name.length + 1)) === true
    })
  )
})

const quoted =
  (isMember: (member: string) => boolean) =>
  (value: string): boolean =>
    isList(value, (each) => /^'[^']*'$/.test(each) && isMember(each.slice(1, -1)))
const oneOf =
  (...words: string[]) =>
  (value: string): boolean =>
    words.includes(value)
const isWindowsPorts = (value: string): boolean => value === 'Any' || quoted(isPorts)(value)
const isWindowsAddresses = (value: string): boolean =>
  value === 'Any' || /^\$[A-Z][A-Z0-9_]*$/.test(value) || quoted((each) => isAddress(each))(value)
const windowsParameters: Record<string, (value: string) => boolean> = {
  DisplayName: (value) => /^'[A-Za-z0-9 -]+'$/.test(value),
  Group: (value) => /^'Portolan [A-Za-z0-9-]+'$/.test(value),
  Action: oneOf('Allow', 'Block'),
  Direction: oneOf('Inbound', 'Outbound'),
  Protocol: (value) => ['TCP', 'UDP', 'ICMPv4', 'ICMPv6', 'Any'].includes(value) || isProtocolNumber(value),
  IcmpType: isProtocolNumber,
  LocalPort: isWindowsPorts,
  RemotePort: isWindowsPorts,
  LocalAddress: isWindowsAddresses,
  RemoteAddress: isWindowsAddresses,
}

/** By the id of the target. */
export const lineGrammars: [string, Grammar][] = [
  ['cisco-ios', cisco],
  ['netsh', netsh],
  ['windows', windows],
]
