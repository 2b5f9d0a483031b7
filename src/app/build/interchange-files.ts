/** The interchange files of a dataset: findings, memory, units and termbase in the formats of other tools. */

import {knowledgeBaseToSarif} from '../../formats/sarif.ts'
import {type TbxTermbase, termbasesToTbx} from '../../formats/tbx/write.ts'
import {knowledgeBaseToTmx} from '../../formats/tmx/write.ts'
import {knowledgeBaseToXliff} from '../../formats/xliff/write.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {programVersion} from '../../model/version.ts'
import {checks} from '../../reconcile/checks/index.ts'
import {type DocumentOf, detailsOf, passagesById, unitsById} from '../fix/document-edits.ts'
import type {DataFile} from './write-data-fs.ts'

export interface InterchangeInput {
  kb: KnowledgeBase
  termbases: readonly TbxTermbase[]
  /** Gives a document, so that `findings.sarif` can say what to replace in it; without it there are no such fixes. */
  documentOf?: DocumentOf
  /** Address of the site, for links to the pages of the checks. */
  site?: string | null
}

/**
 * `findings.sarif`, `memory.tmx`, `termbase.tbx`, `units.xlf` with all locales, and `units.<locale>.xlf` for each one:
 * XLIFF knows one target language a document, so these are the files for translation tools.
 */
export function interchangeFiles({kb, termbases, documentOf, site = null}: InterchangeInput): DataFile[] {
  const detail = documentOf && detailsOf(documentOf, unitsById(kb), passagesById(kb))
  const sarif = {version: programVersion, rules: checks, site}
  const inOrder = termbases.toSorted((a, b) => (a.locale < b.locale ? -1 : 1))
  return [
    {name: 'findings.sarif', pieces: knowledgeBaseToSarif(kb, sarif, detail)},
    {name: 'memory.tmx', pieces: knowledgeBaseToTmx(kb, programVersion)},
    {name: 'termbase.tbx', pieces: termbasesToTbx(inOrder)},
    {name: 'units.xlf', pieces: knowledgeBaseToXliff(kb, {locale: null})},
    ...kb.locales.map((locale) => ({
      name: `units.${locale}.xlf`,
      pieces: knowledgeBaseToXliff(kb, {locale}),
    })),
  ]
}
