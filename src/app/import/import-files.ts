/** Reads the files of an import: translations and termbases, whatever their format. */
import {basename} from 'node:path'
import {readChunks} from '../../disk/text-chunks-fs.ts'
import {UsageError} from '../../disk/usage-error.ts'
import {readerOf} from '../../formats/detect.ts'
import {type InterchangeUnit, streamAll} from '../../formats/interchange-unit.ts'
import {type Concept, tbxReader} from '../../formats/tbx/read.ts'
import type {Diagnostic} from '../../model/schema.ts'
import type {CheckInput} from '../check/check-inputs-fs.ts'
import {leftOut} from '../left-out.ts'

export interface ImportedFiles {
  units: InterchangeUnit[]
  concepts: Concept[]
  diagnostics: Diagnostic[]
}

/**
 * Places name the file without its folder, so that a decision's reason is the same on every machine.
 *
 * @throws UsageError for a document
 */
export async function readImports(inputs: readonly CheckInput[]): Promise<ImportedFiles> {
  const files: ImportedFiles = {units: [], concepts: [], diagnostics: []}
  for (const {path, file, kind} of inputs) {
    const name = basename(path)
    if (kind === 'document')
      throw new UsageError(
        `expected XLIFF, TMX, PO, TBX, JSON Lines or CSV, found the document ${path}`,
        'put edited documents into the sources folder instead',
      )
    try {
      if (kind === 'tbx') {
        for await (const reading of streamAll(tbxReader(name), readChunks(file))) {
          if ('concept' in reading) files.concepts.push(reading.concept)
          else files.diagnostics.push(reading.diagnostic)
        }
        continue
      }
      for await (const reading of streamAll(readerOf(kind, name), readChunks(file))) {
        if ('unit' in reading) files.units.push(reading.unit)
        else files.diagnostics.push(reading.diagnostic)
      }
    } catch (error) {
      files.diagnostics.push(leftOut(name, error))
    }
  }
  return files
}
