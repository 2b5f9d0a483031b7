/** All targets of the firewall export, in the order in which they are offered. */
import {aerleon} from './targets/aerleon.ts'
import {awsSecurityGroup} from './targets/aws-security-group.ts'
import {azureNsg} from './targets/azure-nsg.ts'
import {ciscoIos} from './targets/cisco-ios.ts'
import {csv} from './targets/csv.ts'
import {iptables} from './targets/iptables.ts'
import {json} from './targets/json.ts'
import {netsh} from './targets/netsh.ts'
import {nftables} from './targets/nftables.ts'
import {windows} from './targets/windows.ts'
import type {Target} from './types.ts'

export const targets: readonly Target[] = [
  nftables,
  iptables,
  windows,
  netsh,
  ciscoIos,
  azureNsg,
  awsSecurityGroup,
  aerleon,
  csv,
  json,
]
