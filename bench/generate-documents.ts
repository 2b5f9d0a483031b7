/** A workspace of any number of distinct documents, seeded: the same ones on each run, as much prose and as few tables as wanted. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {documentOf, localeAt, small} from '../test/growth/documents-of.ts'

export interface Documents {
  /** Of all locales together. */
  count: number
  locales: number
  /** One topic of so many holds a table of ports. */
  every: number
  rows: number
}

/** Ten paragraphs, and notes as long as those of real tables. */
const LENGTHS = {words: 12, prose: 10}
/** Documents of one folder. */
const FOLDER = 1000

/** Writes them below `to`, a folder a locale. */
export const generateDocuments = (to: string, {count, locales, every, rows}: Documents): void => {
  const topics = Math.ceil(count / locales)
  for (let topic = 0; topic < topics; topic++) {
    const tables = topic % every === 0 ? 1 : 0
    const size = {...small, ...LENGTHS, tables, rows}
    for (let locale = 0; locale < Math.min(locales, count - topic * locales); locale++) {
      const folder = join(to, localeAt(locale), `part-${Math.floor(topic / FOLDER)}`)
      if (topic % FOLDER === 0) mkdirSync(folder, {recursive: true})
      writeFileSync(join(folder, `topic-${topic}.md`), documentOf(size, topic, locale))
    }
  }
}
