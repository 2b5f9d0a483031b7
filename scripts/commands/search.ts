/** `portolan search 憑證`: rules by words, protocols and ports, in one language or in all. Exit 0, 1 nothing, 2 bad usage. */
import {join} from 'node:path'
import type {Command} from 'commander'
import {searchDataset} from '../../src/app/search/search-dataset.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {printSearch} from '../terminal/print-search.ts'

interface SearchOptions {
  data: string
  locale?: string
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('search')
    .description('find rules by words, protocols and ports, in any language; exit 1 when there are none')
    .argument('<words...>', 'words (each must be found), "quoted phrases", protocols, ports')
    .option('--data <dir>', 'folder with knowledge-base.json', 'data')
    .option('--locale <tag>', 'language to search and to show (default: all, English first)')
    .option('--json', 'print query and rules as JSON')
    .action(async (words: string[], {data, locale, json = false}: SearchOptions) => {
      const kb = readDataset(join(data, 'knowledge-base.json'))
      const text = words.join(' ')
      if (text.trim() === '')
        throw new UsageError('expected words or ports, found nothing', 'portolan search certificate')
      printSearch(
        await searchDataset(kb, text, locale === undefined ? ['en', ...kb.locales] : [locale]),
        json,
        `no rule matches ${text}`,
      )
    })
}
