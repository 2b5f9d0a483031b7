/** Reads the files of a configuration as text, whatever the machine that wrote them. */
import {readFileSync, statSync} from 'node:fs'
import {UsageError} from '../../disk/usage-error.ts'
import type {ConfigFile} from '../../firewall/audit/device.ts'

/** Larger than any device's own rules. */
const mostBytes = 20 * 1024 * 1024

/** @throws UsageError for a file that isn't there, is empty or too large */
export function readConfigFiles(paths: readonly string[]): ConfigFile[] {
  const files = paths.map(readConfigFile)
  const [twice] = paths.filter((path, at) => paths.indexOf(path) !== at)
  if (twice !== undefined) throw new UsageError(`${twice} is named twice`, 'name each file once')
  return files
}

function readConfigFile(path: string): ConfigFile {
  const size = statSync(path).size
  if (size > mostBytes)
    throw new UsageError(
      `${path} has ${Math.round(size / 1024 / 1024)} MB, more than the rules of any device`,
      `give the rules alone, in at most ${mostBytes / 1024 / 1024} MB`,
    )
  const text = decoded(readFileSync(path))
  if (text.trim() === '') throw new UsageError(`${path} is empty`, 'give what the device prints of its rules')
  return {path, text}
}

/** PowerShell writes UTF-16 with a mark; line ends are those of any system. */
function decoded(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n')
}
