/** Why a file is left out while the others go on. */
import {FAULT, faultToDiagnostic, isOfMachine} from '../disk/fault.ts'
import {isSystemError} from '../disk/system-error.ts'
import type {Diagnostic, StoredDiagnostic} from '../model/schema.ts'

const UNREADABLE = 'unreadable-file'

/**
 * It can't be read, or parsing it fails by a mistake of ours.
 *
 * @throws the error when it concerns the whole machine
 */
export const leftOut = (path: string, error: unknown, what = 'document'): Diagnostic => {
  const place = {path, line: 1, column: 1}
  if (isOfMachine(error) || !isSystemError(error))
    return faultToDiagnostic(error, place, 'the document could not be parsed')
  return {
    place,
    severity: 'error',
    id: UNREADABLE,
    message: `the ${what} could not be read: ${error.message.split(',')[0] ?? ''}`,
    hint: 'check that it is there and that you may read it',
  }
}

/** Whether something was left out, so that a run isn't done although it went on to its end. */
export const isIncomplete = (diagnostics: readonly StoredDiagnostic[]): boolean =>
  diagnostics.some(({id}) => id === FAULT || id === UNREADABLE)
