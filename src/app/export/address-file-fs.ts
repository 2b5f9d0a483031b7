/** Reads an address file from disk, with all that is wrong with it in one message. */
import {readFileSync, statSync} from 'node:fs'
import {UsageError} from '../../disk/usage-error.ts'
import {type AddressFile, readAddressFile} from '../../firewall/address-file.ts'

/** Larger than what any site has to say. */
const mostBytes = 5 * 1024 * 1024

/** @throws UsageError for a file that is too large or can't be understood, with each place */
export function readAddressFileAt(path: string): {path: string; file: AddressFile} {
  if (statSync(path).size > mostBytes)
    throw new UsageError(
      `${path} is no address file: it has more than 5 MB`,
      'Give the file with the addresses of machines.',
    )
  const reading = readAddressFile(readFileSync(path, 'utf8'))
  if (reading.ok) return {path, file: reading.file}
  const [first] = reading.problems
  throw new UsageError(
    reading.problems.map(({line, column, message}) => `${path}:${line}:${column}: ${message}`).join('; '),
    first?.hint ?? '',
  )
}
