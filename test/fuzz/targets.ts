/** Every parser that meets bytes from outside: what it is fed to begin with, and what must hold for any input. */
import {parseBaseline, parseWaivers} from '../../src/app/check/accepted.ts'
import {csvReader} from '../../src/formats/csv/read.ts'
import {jsonlReader} from '../../src/formats/jsonl.ts'
import {poReader} from '../../src/formats/po/read.ts'
import {tbxReader} from '../../src/formats/tbx/read.ts'
import {tmxReader} from '../../src/formats/tmx/read.ts'
import {xliffReader} from '../../src/formats/xliff/read.ts'
import {parsePart} from '../../src/ingest/part.ts'
import {runDataset, runDocument, runFrontMatter} from './run-document.ts'
import {partSeed, refusing, runAddresses, runReader, runWords} from './run-file.ts'
import {runCell, runQuery} from './run-text.ts'
import {seeds} from './seeds.ts'
import {cellWords, frontMatterWords, markup} from './words.ts'

export interface Target {
  name: string
  seeds: readonly string[]
  /** Words of the format, put into inputs. */
  words: readonly string[]
  /** @throws when something does not hold */
  run(input: string): void
}

export const targets: readonly Target[] = [
  {
    name: 'document',
    seeds: [...seeds.html, ...seeds.pipe, ...seeds.frontMatter],
    words: markup,
    run: runDocument,
  },
  {name: 'html', seeds: seeds.html, words: markup, run: runDocument},
  {name: 'pipe', seeds: seeds.pipe, words: markup, run: runDocument},
  {
    name: 'dataset',
    seeds: [...seeds.html, ...seeds.pipe, ...seeds.several],
    words: [...markup, '\u0001'],
    run: runDataset,
  },
  {
    name: 'front-matter',
    seeds: seeds.frontMatter,
    words: frontMatterWords,
    run: runFrontMatter,
  },
  {name: 'cell', seeds: seeds.cells, words: cellWords, run: runCell},
  {
    name: 'query',
    seeds: seeds.queries,
    words: [...cellWords, '"', 'tcp:', '/udp', 'port ', '番ポート', 'between ', ' and '],
    run: runQuery,
  },
  {name: 'tmx', seeds: seeds.tmx, words: seeds.xmlWords, run: runReader(() => tmxReader('fuzz.tmx'))},
  {name: 'xliff', seeds: seeds.xliff, words: seeds.xmlWords, run: runReader(() => xliffReader('fuzz.xlf'))},
  {name: 'tbx', seeds: seeds.tbx, words: seeds.xmlWords, run: runReader(() => tbxReader('fuzz.tbx'))},
  {
    name: 'jsonl',
    seeds: seeds.jsonl,
    words: seeds.jsonWords,
    run: runReader(() => jsonlReader('fuzz.jsonl')),
  },
  {name: 'po', seeds: seeds.po, words: seeds.poWords, run: runReader(() => poReader('fuzz.po'))},
  {name: 'csv', seeds: seeds.csv, words: seeds.csvWords, run: runReader(() => csvReader('fuzz.csv'))},
  {name: 'addresses', seeds: seeds.addresses, words: seeds.yamlWords, run: runAddresses},
  {name: 'words', seeds: seeds.words, words: seeds.jsonWords, run: runWords},
  {
    name: 'part',
    seeds: [partSeed],
    words: seeds.jsonWords,
    run: refusing((text) => parsePart(text.split('\n'))),
  },
  {name: 'baseline', seeds: seeds.accepted, words: seeds.jsonWords, run: refusing(parseBaseline)},
  {name: 'waivers', seeds: seeds.accepted, words: seeds.jsonWords, run: refusing(parseWaivers)},
]
