/** The reader of each target, apart from the writers so that the site's form loads no parser. */

import type {Reader} from './export-types.ts'
import {readAerleon} from './targets/aerleon/read.ts'
import {readAwsSecurityGroup} from './targets/aws-security-group/read.ts'
import {readAzureNsg} from './targets/azure-nsg/read.ts'
import {readCiscoIos} from './targets/cisco-ios/read.ts'
import {readCsv} from './targets/csv/read.ts'
import {readIptables} from './targets/iptables/read.ts'
import {readJson} from './targets/json/read.ts'
import {readNetsh} from './targets/netsh/read.ts'
import {readNftables} from './targets/nftables/read.ts'
import {readWindows} from './targets/windows/read.ts'

/** By target id. */
export const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['nftables', readNftables],
  ['iptables', readIptables],
  ['windows', readWindows],
  ['netsh', readNetsh],
  ['cisco-ios', readCiscoIos],
  ['azure-nsg', readAzureNsg],
  ['aws-security-group', readAwsSecurityGroup],
  ['aerleon', readAerleon],
  ['csv', readCsv],
  ['json', readJson],
])
