/** `portolan port 5061`: every rule that opens a port or a range, and no other. Exit 0 found, 1 nothing, 2 bad usage. */
import {join} from 'node:path'
import type {Command} from 'commander'
import {searchDataset} from '../../src/app/search/search-dataset.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {printSearch} from '../terminal/print-search.ts'

interface PortOptions {
  data: string
  locale: string
  json?: boolean
}

/** A port with a word behind its slash that is no transport. */
const otherWordRE = /^\d+(?:-\d+)?\/(?!(?:tcp|udp)$)\p{L}+$/iu

export const register = (program: Command): void => {
  program
    .command('port')
    .description(
      'list the rules of ports or ranges, such as 5061, 50000-50100/udp or “tcp 443”; exit 1 when there are none',
    )
    .argument('<ports...>', 'ports and ranges, with or without a transport')
    .option('--data <dir>', 'folder with knowledge-base.json', 'data')
    .option('--locale <tag>', 'language of the texts', 'en')
    .option('--json', 'print query and rules as JSON')
    .action(async (ports: string[], {data, locale, json = false}: PortOptions) => {
      const text = ports.join(' ')
      const glued = ports.find((each) => otherWordRE.test(each))
      if (glued !== undefined)
        throw new UsageError(`“${glued}” names no transport`, 'write tcp or udp behind the port: 443/tcp')
      const found = await searchDataset(readDataset(join(data, 'knowledge-base.json')), text, [locale])
      if (found.query.ports.length === 0)
        throw new UsageError(`expected a port, found “${text}”`, 'portolan search looks for words')
      printSearch(found, json, `no rule opens ${text}`)
    })
}
