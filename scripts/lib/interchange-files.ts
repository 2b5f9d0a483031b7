/** The interchange files of a dataset: findings, memory, units and termbase in the formats of other tools. */
import type {KnowledgeBase} from '../../src/dataset/schema.ts'
import {knowledgeBaseToSarif} from '../../src/export/sarif.ts'
import {type TbxTermbase, termbasesToTbx} from '../../src/export/tbx.ts'
import {knowledgeBaseToTmx} from '../../src/export/tmx.ts'
import {knowledgeBaseToXliff} from '../../src/export/xliff.ts'
import {checks} from '../../src/reconcile/checks/index.ts'
import {type DocumentOf, detailsOf, passagesById, unitsById} from './corrections.ts'
import {programVersion} from './version.ts'
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
