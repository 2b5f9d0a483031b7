/** Reads what a person tells of the networks behind interfaces and zones: `dmz=203.0.113.0/24`, `untrust=any`. */
import {readAddresses} from './address-sets.ts'
import type {Behind} from './device.ts'

/** A setting that can't be read, or a name that stood before. */
export type BehindFault = {setting: string} | {twice: string}

export function readBehind(settings: readonly string[]): {behind: Behind[]; fault: BehindFault | null} {
  const behind: Behind[] = []
  for (const setting of settings) {
    const [name = '', ...rest] = setting.split('=')
    const networks = rest.join('=').split(',')
    const isAny = networks.join() === 'any'
    const isRead = isAny || networks.every((text) => readAddresses(text) !== null)
    if (name === '' || rest.length === 0 || !isRead) return {behind, fault: {setting}}
    if (behind.some((each) => each.name === name)) return {behind, fault: {twice: name}}
    behind.push({name, networks: isAny ? [] : networks})
  }
  return {behind, fault: null}
}
