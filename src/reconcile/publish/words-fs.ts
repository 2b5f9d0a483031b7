/** Reads the words of a workspace: `termbase/<locale>.json` and `decisions/<locale>.json`, checked before use. */

import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {z} from 'zod'
import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Diagnostic} from '../../model/schema.ts'
import {decisionsSchema} from '../engine/decisions.ts'
import {termbaseDiagnostics, termbaseSchema} from '../learning/termbase-schema.ts'
import type {Words} from '../reconcile.ts'

/**
 * All termbases and decisions of a workspace, by locale. A file that can't be used is left out with a diagnostic
 * that names it; a workspace without these folders has no words, which is no error.
 */
export const readWords = (content: string): Words => {
  const diagnostics: Diagnostic[] = []
  const termbases = readFolder(join(content, 'termbase'), termbaseSchema, diagnostics)
  const decisions = readFolder(join(content, 'decisions'), decisionsSchema, diagnostics)
  for (const [path, termbase] of termbases.byPath) diagnostics.push(...termbaseDiagnostics(termbase, path))
  const broken = new Set(
    diagnostics.filter(({severity}) => severity === 'error').map(({place}) => place.path),
  )
  return {
    termbase: new Map(
      [...termbases.byPath].filter(([path]) => !broken.has(path)).map(([, value]) => [value.locale, value]),
    ),
    decisions: new Map(
      [...decisions.byPath].filter(([path]) => !broken.has(path)).map(([, value]) => [value.locale, value]),
    ),
    diagnostics,
  }
}

const readFolder = <T extends {locale: string}>(
  folder: string,
  schema: z.ZodType<T>,
  diagnostics: Diagnostic[],
): {byPath: Map<string, T>} => {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
    : []
  const byPath = new Map<string, T>()
  for (const name of names) {
    const path = join(folder, name)
    const read = parse(readFileSync(path, 'utf8'), schema)
    if (!read.ok) {
      diagnostics.push(
        diagnostic(path, 'words-unreadable', read.message, 'Correct the file; it was left out.'),
      )
    } else if (name !== `${read.value.locale}.json`) {
      diagnostics.push(
        diagnostic(
          path,
          'words-of-another-locale',
          `expected words for ${name.slice(0, -5)}, found “locale”: “${read.value.locale}”`,
          'Rename the file, or correct its “locale”; it was left out.',
        ),
      )
    } else {
      byPath.set(path, read.value)
    }
  }
  return {byPath}
}

const parse = <T>(
  text: string,
  schema: z.ZodType<T>,
): {ok: true; value: T} | {ok: false; message: string} => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return {ok: false, message: `expected JSON: ${error instanceof Error ? error.message : String(error)}`}
  }
  const result = schema.safeParse(json)
  return result.success
    ? {ok: true, value: result.data}
    : {ok: false, message: z.prettifyError(result.error).replaceAll('\n', ' ')}
}

const diagnostic = (path: string, id: DiagnosticId, message: string, hint: string): Diagnostic => ({
  place: {path, line: 1, column: 1},
  severity: 'error',
  id,
  message,
  hint,
})
