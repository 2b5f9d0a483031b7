/** Writes the data files of a dataset into a folder. */
import {closeSync, openSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {jsonPieces} from '../../disk/json-pieces.ts'
import {rulesToCsv} from '../../formats/rules-csv.ts'
import {tablesToJsonl} from '../../formats/tables-jsonl.ts'
import {unitsToJsonl} from '../../formats/units-jsonl.ts'
import {checkInfoSchema} from '../../model/check-info.ts'
import {knowledgeBaseJsonSchema} from '../../model/json-schema.ts'
import type {KnowledgeBase} from '../../model/schema.ts'
import {checks} from '../../reconcile/checks/index.ts'
import {CHECKS, SITE_DATASET} from '../../site/dataset/data-fs.ts'
import type {SiteDataset} from '../../site/dataset/site-dataset.ts'

/** One data file: its name, and its text in pieces so that a large one never stands in memory whole. */
export interface DataFile {
  name: string
  pieces: Iterable<string>
}

/** The data files of a dataset, in the order in which they are written. */
export const dataFiles = (kb: KnowledgeBase): DataFile[] => [
  {name: 'knowledge-base.json', pieces: jsonPieces(kb)},
  {name: 'knowledge-base.schema.json', pieces: [`${JSON.stringify(knowledgeBaseJsonSchema(), null, 2)}\n`]},
  {name: 'units.jsonl', pieces: unitsToJsonl(kb)},
  {name: 'tables.jsonl', pieces: tablesToJsonl(kb)},
  {name: 'rules.csv', pieces: [rulesToCsv(kb)]},
  checksFile(),
]

/** The files from which pages are made. */
export const siteFiles = (dataset: SiteDataset): DataFile[] => [
  {name: SITE_DATASET, pieces: jsonPieces({...dataset})},
  checksFile(),
]

const checksFile = (): DataFile => ({
  name: CHECKS,
  pieces: [`${JSON.stringify(checkInfoSchema.array().parse(checks), null, 2)}\n`],
})

/** Writes every file; the folder must be there. */
export const writeDataFiles = (folder: string, files: DataFile[]): void => {
  for (const {name, pieces} of files) {
    writePieces(join(folder, name), pieces)
  }
}

/** Enough for one write call to be worth it. */
const BUFFER = 1 << 16

/** Writes a file piece by piece. @throws Error of the system when the disk is full */
export const writePieces = (path: string, pieces: Iterable<string>): void => {
  const file = openSync(path, 'w')
  try {
    let buffer = ''
    for (const piece of pieces) {
      buffer += piece
      if (buffer.length >= BUFFER) {
        writeFileSync(file, buffer)
        buffer = ''
      }
    }
    writeFileSync(file, buffer)
  } finally {
    closeSync(file)
  }
}
