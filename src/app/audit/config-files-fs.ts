/** Reads the files of a configuration from disk. */
import {readFileSync, statSync} from 'node:fs'
import {UsageError} from '../../disk/usage-error.ts'
import {checkSize, configFile} from '../../firewall/audit/config-text.ts'
import type {ConfigFile} from '../../firewall/audit/device.ts'
import {asUsage} from './audit-topic.ts'

/** @throws UsageError for a file that isn't there, is empty or too large */
export function readConfigFiles(paths: readonly string[]): ConfigFile[] {
  const files = asUsage(() =>
    paths.map((path) => {
      checkSize(path, statSync(path).size)
      return configFile(path, readFileSync(path))
    }),
  )
  const [twice] = paths.filter((path, at) => paths.indexOf(path) !== at)
  if (twice !== undefined) throw new UsageError(`${twice} is named twice`, 'name each file once')
  return files
}
