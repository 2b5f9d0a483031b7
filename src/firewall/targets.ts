/** All targets of the firewall export, in the order in which they are offered; `id` is the name of its folder. */

import type {Target} from './export-types.ts'
import {aerleon} from './targets/aerleon/write.ts'
import {awsSecurityGroup} from './targets/aws-security-group/write.ts'
import {azureNsg} from './targets/azure-nsg/write.ts'
import {ciscoIos} from './targets/cisco-ios/write.ts'
import {csv} from './targets/csv/write.ts'
import {fortios} from './targets/fortios/write.ts'
import {iptables} from './targets/iptables/write.ts'
import {json} from './targets/json/write.ts'
import {juniperSrx} from './targets/juniper-srx/write.ts'
import {kubernetes} from './targets/kubernetes/write.ts'
import {netsh} from './targets/netsh/write.ts'
import {nftables} from './targets/nftables/write.ts'
import {panos} from './targets/panos/write.ts'
import {windows} from './targets/windows/write.ts'

export const targets: readonly Target[] = [
  nftables,
  iptables,
  windows,
  netsh,
  ciscoIos,
  panos,
  fortios,
  juniperSrx,
  azureNsg,
  awsSecurityGroup,
  kubernetes,
  aerleon,
  csv,
  json,
]
