/** The data of each topic beside its pages: `data/topics/<id>.json` and `.csv`, which a page offers for a spreadsheet. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {rulesToCsv} from '../../formats/rules-csv.ts'
import type {SiteDataset} from '../../site/dataset/site-dataset.ts'
import {SPREADSHEET_MARK} from '../../text/csv.ts'

/** @param folder a built site */
export function writeTopicData(folder: string, kb: Pick<SiteDataset, 'topics' | 'locales'>): void {
  const topics = join(folder, 'data', 'topics')
  mkdirSync(topics, {recursive: true})
  for (const topic of kb.topics) {
    writeFileSync(join(topics, `${topic.id}.json`), `${JSON.stringify(topic)}\n`)
    const rules = rulesToCsv({...kb, topics: [topic]})
    writeFileSync(join(topics, `${topic.id}.csv`), `${SPREADSHEET_MARK}${rules}`)
  }
}
