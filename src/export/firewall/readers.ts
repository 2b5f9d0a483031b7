/** The reader of each target, apart from the writers so that the site's form loads no parser. */
import {readAerleon} from './readers/aerleon.ts'
import {readAwsSecurityGroup} from './readers/aws-security-group.ts'
import {readAzureNsg} from './readers/azure-nsg.ts'
import {readCiscoIos} from './readers/cisco-ios.ts'
import {readCsv} from './readers/csv.ts'
import {readIptables} from './readers/iptables.ts'
import {readJson} from './readers/json.ts'
import {readNetsh} from './readers/netsh.ts'
import {readNftables} from './readers/nftables.ts'
import {readWindows} from './readers/windows.ts'
import type {Reader} from './types.ts'

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
