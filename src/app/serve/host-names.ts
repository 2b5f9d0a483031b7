/** The names and addresses by which a site is served. */
import {isIP, isIPv6} from 'node:net'
import {UsageError} from '../../disk/usage-error.ts'

const nameRE = /^[a-z\d_](?:[a-z\d_.-]*[a-z\d_])?$/i

/** The names that were given. @throws UsageError when one is no name or address */
export const hostsOf = (names: readonly string[] = []): readonly string[] => {
  const wrong = names.find((name) => isIP(name) === 0 && !nameRE.test(name))
  if (wrong === undefined) return names
  throw new UsageError(
    `expected a name or address of this machine without a port, found “${wrong}”`,
    'try --host ports.example',
  )
}

/** Where to listen: only this machine reaches the site unless an address of its own is named. */
export const addressOf = (names: readonly string[]): string =>
  names.find((name) => isIP(name) !== 0) ?? '127.0.0.1'

/** What stands for an address in the site's own one. */
export const nameOf = (address: string): string => {
  if (['127.0.0.1', '0.0.0.0', '::'].includes(address)) return 'localhost'
  return isIPv6(address) ? `[${address}]` : address
}
