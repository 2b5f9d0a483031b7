/**
 * Reads what `aws ec2 describe-security-groups` prints: the groups of one machine, which only allow, and all together.
 *
 * Source: AWS, API reference of EC2, “SecurityGroup” and “IpPermission”.
 */

import {z} from 'zod'
import {MAX_PORT} from '../../../model/max-port.ts'
import type {Behind, ConfigFile, Device, DeviceRule, Line} from '../device.ts'
import {isIcmp, onlyIcmpTypes} from '../icmp-types.ts'
import {everything, type Match, onlyAddresses, onlyIn, readNetworks, readProtocol, unsure} from '../match.ts'
import {readJson} from './json-lines.ts'
import {listDevice, type RuleList} from './rule-list.ts'

export const isAwsSecurityGroups = (text: string): boolean => /"IpPermissions(?:Egress)?"\s*:/.test(text)

const permissionSchema = z.object({
  IpProtocol: z.string(),
  FromPort: z.int().min(-1).max(MAX_PORT).optional(),
  ToPort: z.int().min(-1).max(MAX_PORT).optional(),
  IpRanges: z.array(z.object({CidrIp: z.string()})).default([]),
  Ipv6Ranges: z.array(z.object({CidrIpv6: z.string()})).default([]),
  PrefixListIds: z.array(z.unknown()).default([]),
  UserIdGroupPairs: z.array(z.unknown()).default([]),
})
const fileSchema = z.object({
  SecurityGroups: z.array(
    z.object({
      GroupId: z.string().default('?'),
      GroupName: z.string().default(''),
      IpPermissions: z.array(permissionSchema),
      // Without the list nobody knows; an empty one allows nothing.
      IpPermissionsEgress: z.array(permissionSchema),
    }),
  ),
})

/** @throws {SyntaxError} when it has another shape, or no group */
export function readAwsSecurityGroups(files: readonly ConfigFile[], _behind: readonly Behind[]): Device {
  const rules: Record<'in' | 'out', DeviceRule[]> = {in: [], out: []}
  const names: string[] = []
  let first: Line | null = null
  for (const file of files) {
    const json = readJson(file)
    const parsed = fileSchema.safeParse(json.value)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new SyntaxError(`unexpected shape at ${issue?.path.join('.')}: ${issue?.message}`)
    }
    for (const [at, group] of parsed.data.SecurityGroups.entries()) {
      names.push(group.GroupId)
      first ??= json.line(['SecurityGroups', at], 'what no group allows')
      for (const [way, key] of [
        ['in', 'IpPermissions'],
        ['out', 'IpPermissionsEgress'],
      ] as const)
        for (const [number, permission] of group[key].entries())
          rules[way].push(
            ...deviceRules(
              permission,
              way,
              json.line(['SecurityGroups', at, key, number], said(group, key, permission)),
            ),
          )
    }
  }
  if (first === null) throw new SyntaxError('it holds no security group')
  const line = first
  const list = (way: 'in' | 'out'): RuleList => ({rules: rules[way], otherwise: 'deny', line})
  const notes =
    names.length > 1 ? [`taken together, as if one machine had them all: ${names.join(', ')}`] : []
  return listDevice({in: list('in'), out: list('out')}, notes)
}

type Permission = z.infer<typeof permissionSchema>

const said = (
  {GroupId, GroupName}: {GroupId: string; GroupName: string},
  key: string,
  {IpProtocol, FromPort, ToPort}: Permission,
): string =>
  `${GroupId}${GroupName === '' ? '' : ` (${GroupName})`} ${key} ${IpProtocol} ${FromPort ?? ''}-${ToPort ?? ''}`

function deviceRules(permission: Permission, way: 'in' | 'out', line: Line): DeviceRule[] {
  const {IpProtocol, FromPort, ToPort, IpRanges, Ipv6Ranges, PrefixListIds, UserIdGroupPairs} = permission
  let match = everything(['v4', 'v6'])
  if (IpProtocol !== '-1') {
    const number = readProtocol(IpProtocol)
    match =
      number === null
        ? unsure(match, `the protocol ${IpProtocol} is not told`)
        : onlyIn(match, 'protocols', [[number, number + 1]])
    const hasPorts = number === 6 || number === 17
    if (hasPorts) match = portsMatched(match, FromPort, ToPort)
    // The numbers are a type and a code there.
    else if (FromPort !== undefined && FromPort !== -1 && number !== null && isIcmp(number))
      match = onlyIcmpTypes(match, number, [ToPort === -1 ? String(FromPort) : `${FromPort}/${ToPort}`])
  }
  const end = way === 'in' ? 'sources' : 'destinations'
  const texts = [...IpRanges.map(({CidrIp}) => CidrIp), ...Ipv6Ranges.map(({CidrIpv6}) => CidrIpv6)]
  const set = readNetworks(texts)
  const listed =
    set === null
      ? unsure(match, `the addresses ${texts.join(', ')} are not told`)
      : onlyAddresses(match, end, set)
  const unlisted = [
    ...(PrefixListIds.length > 0 ? ['the addresses of a prefix list are not listed'] : []),
    ...(UserIdGroupPairs.length > 0 ? ['the machines of another security group are not listed'] : []),
  ]
  return [
    ...(texts.length > 0 ? [listed] : []),
    ...(unlisted.length > 0 ? [unlisted.reduce<Match>(unsure, match)] : []),
  ].map(({regions, unsure: why}) => ({regions, unsure: why, action: {do: 'allow'}, line}))
}

function portsMatched(match: Match, from: number | undefined, to: number | undefined): Match {
  if (from === undefined || to === undefined || from < 0 || to < 0 || from > to)
    return unsure(match, 'its ports are not told')
  return onlyIn(match, 'ports', [[from, to + 1]])
}
