/** What makes a finding the same one in another run: its question and its texts, never its line. */
import {createHash} from 'node:crypto'
import type {Finding} from '../model/schema.ts'

/** Bytes of the hash that are kept; at a million findings two share it once in ten million runs. */
const BYTES = 10

/**
 * 20 hexadecimal digits from check, locale, document, English and what was found and expected. Two cells of a document
 * that have the same error share it; whoever compares runs counts them.
 */
export function findingFingerprint(finding: Finding, source: string | null): string {
  const {check, locale, place, actual, expected} = finding
  const key = JSON.stringify([check, locale, place.path, source, actual, expected])
  return createHash('sha256')
    .update(key)
    .digest('hex')
    .slice(0, 2 * BYTES)
}
