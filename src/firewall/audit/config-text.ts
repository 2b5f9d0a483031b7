/** The text of a file that a device or a tool wrote, whatever the machine. */
import {ConfigError} from './config-error.ts'
import type {ConfigFile} from './device.ts'

/** Larger than any device's own rules. */
const mostBytes = 20 * 1024 * 1024
const mebibyte = 1024 * 1024

/** Asked before anything of a file is read. @throws ConfigError */
export function checkSize(path: string, size: number): void {
  if (size <= mostBytes) return
  const [found, most] = [String(Math.round(size / mebibyte)), String(mostBytes / mebibyte)]
  throw new ConfigError(
    'too-large',
    {path, found, most},
    `${path} has ${found} MB, more than the rules of any device`,
    `give the rules alone, in at most ${most} MB`,
  )
}

/** PowerShell writes UTF-16 with a mark; line ends are those of any system. @throws ConfigError for a file without text */
export function configFile(path: string, bytes: Uint8Array): ConfigFile {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  const text = new TextDecoder(encoding).decode(bytes).replaceAll('\r\n', '\n')
  if (text.trim() !== '') return {path, text}
  throw new ConfigError('empty', {path}, `${path} is empty`, 'give what the device prints of its rules')
}
