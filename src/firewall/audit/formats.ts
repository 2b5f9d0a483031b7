/** The configurations that an audit reads, each a reader and one entry here; the first that knows the text reads it. */

import type {Target} from '../export-types.ts'
import type {Behind, ConfigFile, Device} from './device.ts'
import {isAwsSecurityGroups, readAwsSecurityGroups} from './devices/aws-security-groups.ts'
import {isAzureNsg, readAzureNsg} from './devices/azure-nsg.ts'
import {isFortiosConfig, readFortiosConfig} from './devices/fortios-config.ts'
import {isIptablesSave, readIptablesSave} from './devices/iptables-save.ts'
import {isNftJson, readNftJson} from './devices/nft/nft-json.ts'
import {nftDevice} from './devices/nft/nft-rules.ts'
import {isNftText, readNftText} from './devices/nft/nft-text.ts'
import {isPanosSet, readPanosSet} from './devices/panos/panos-set.ts'
import {isWindowsRules, readWindowsRules} from './devices/windows-rules.ts'

export interface ConfigFormat {
  id: string
  /** Where such a file comes from. */
  command: string
  is: (text: string) => boolean
  /** @throws {SyntaxError} when the files are no such configuration, with what was expected */
  read: (files: readonly ConfigFile[], behind: readonly Behind[]) => Device
  /** What an export for the device is planned by. */
  plan: Pick<Target, 'placement' | 'attached' | 'nat'>
}

const network = {placement: 'network', attached: false, nat: 'inside'} as const
const host = {placement: 'host', attached: false, nat: 'inside'} as const

/** Of formats that hold one ruleset. */
const only = (files: readonly ConfigFile[]): ConfigFile => {
  const [file, more] = files
  if (file === undefined || more !== undefined)
    throw new SyntaxError('expected one file with the whole ruleset')
  return file
}

export const configFormats: readonly ConfigFormat[] = [
  {
    id: 'nft-json',
    command: 'nft -j list ruleset',
    is: isNftJson,
    read: (files, behind) => nftDevice(readNftJson(only(files)), behind),
    plan: network,
  },
  {
    id: 'azure-nsg',
    command: 'az network nsg show',
    is: isAzureNsg,
    read: readAzureNsg,
    plan: host,
  },
  {
    id: 'aws-security-groups',
    command: 'aws ec2 describe-security-groups',
    is: isAwsSecurityGroups,
    read: readAwsSecurityGroups,
    plan: {...host, attached: true},
  },
  {
    id: 'windows',
    command: 'Get-NetFirewallRule with its filters as JSON',
    is: isWindowsRules,
    read: readWindowsRules,
    plan: host,
  },
  {
    id: 'iptables',
    command: 'iptables-save, ip6tables-save, ipset save',
    is: isIptablesSave,
    read: readIptablesSave,
    plan: network,
  },
  {
    id: 'panos',
    command: 'show in set format on PAN-OS',
    is: isPanosSet,
    read: readPanosSet,
    // Its policy is asked before addresses are translated.
    plan: {...network, nat: 'outside'},
  },
  {
    id: 'fortios',
    command: 'show on FortiOS',
    is: isFortiosConfig,
    read: readFortiosConfig,
    plan: network,
  },
  {
    id: 'nft',
    command: 'nft list ruleset',
    is: isNftText,
    read: (files, behind) => nftDevice(readNftText(only(files)), behind),
    plan: network,
  },
]
