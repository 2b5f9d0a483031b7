/**
 * A mistake of our own, met in one check, cell, document or page: it becomes a diagnostic with its place, so that the rest goes
 * on. What concerns the whole machine (a full disk, no memory, a reader that left) is thrown on.
 */

import type {Diagnostic, Place} from '../model/schema.ts'
import {printableLines} from '../text/printable.ts'

/** The id of the diagnostic; a run that has one ends with 1. */
export const FAULT = 'internal-error'

/** None of these is about one file: the next one would meet it, too. */
const machineCodes = new Set([
  'EDQUOT',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENOMEM',
  'ENOSPC',
  'EPIPE',
  'EROFS',
  'ERR_MEMORY_ALLOCATION_FAILED',
  'ERR_WORKER_OUT_OF_MEMORY',
])

export const isOfMachine = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && typeof error.code === 'string' && machineCodes.has(error.code)) ||
    error.message === 'Array buffer allocation failed')

/** Longer messages hold the document. */
const MOST = 300

/**
 * @param what failed, such as `the check “port-number” failed`
 * @throws the error when it concerns the whole machine
 */
export const faultToDiagnostic = (error: unknown, place: Place, what: string): Diagnostic => {
  if (isOfMachine(error)) throw error
  if (process.env['PORTOLAN_DEBUG']) showStack(error)
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    place,
    severity: 'error',
    id: FAULT,
    message: `${what}: ${text.slice(0, MOST)}`,
    hint: 'this is a mistake of the program: report it, with what PORTOLAN_DEBUG=1 prints',
  }
}

/** Not in the diagnostic, which is data and the same on every machine. */
const showStack = (error: unknown): void => {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${printableLines(stack)}\n`)
}

/** Faults of a run, each kind of one place once. */
export interface FaultLog {
  /** @throws the error when it concerns the whole machine */
  add(error: unknown, place: Place, what: string): void
  /** Something that was left for another reason than a mistake. */
  tell(diagnostic: Diagnostic): void
  diagnostics(): Diagnostic[]
}

export const createFaultLog = (): FaultLog => {
  const found = new Map<string, Diagnostic>()
  const tell = (diagnostic: Diagnostic): void => {
    found.set(JSON.stringify([diagnostic.place, diagnostic.message]), diagnostic)
  }
  return {
    add: (error, place, what) => tell(faultToDiagnostic(error, place, what)),
    tell,
    diagnostics: () => [...found.values()],
  }
}
