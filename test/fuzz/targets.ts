/** Every parser that meets bytes from outside: what it is fed to begin with, and what must hold for any input. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseBaseline, parseWaivers} from '../../scripts/lib/accepted.ts'
import {buildKnowledgeBase} from '../../src/dataset/build.ts'
import {formatPath, parsePath} from '../../src/dataset/path.ts'
import {parsePortCell, parsePortColumns, parseProtocolCell} from '../../src/dataset/port-cell.ts'
import {knowledgeBaseSchema} from '../../src/dataset/schema.ts'
import {rulesToCsv} from '../../src/export/rules-csv.ts'
import {unitsToJsonl} from '../../src/export/units-jsonl.ts'
import {decode, encode} from '../../src/ingest/decode.ts'
import {readFrontMatter} from '../../src/ingest/front-matter.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {parsePart, partToJsonl} from '../../src/ingest/part.ts'
import {createSource} from '../../src/ingest/source.ts'
import {jsonlReader} from '../../src/interchange/jsonl.ts'
import {tbxReader} from '../../src/interchange/tbx.ts'
import {tmxReader} from '../../src/interchange/tmx.ts'
import {type ChunkReader, readAll} from '../../src/interchange/unit.ts'
import {xliffReader} from '../../src/interchange/xliff.ts'
import {knownLocales, localeData} from '../../src/locales/index.ts'
import {noWords, reconcile} from '../../src/reconcile/reconcile.ts'
import {readWords} from '../../src/reconcile/words-fs.ts'
import {createLexicon} from '../../src/search/lexicon.ts'
import {parseQuery} from '../../src/search/query.ts'
import {formatRanges, parsePorts} from '../../src/text/ports.ts'
import {seeds} from './seeds.ts'

export interface Target {
  name: string
  seeds: readonly string[]
  /** Words of the format, put into inputs. */
  words: readonly string[]
  /** @throws when something does not hold */
  run(input: string): void
}

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`expected that ${what}`)
}
const same = (a: unknown, b: unknown, what: string): void =>
  must(JSON.stringify(a) === JSON.stringify(b), what)

const locales = [...knownLocales, 'und']
/** One of the locales, told by the input so that a failure can be repeated. */
const localeOf = (input: string): string => locales[input.length % locales.length] ?? 'und'

/** Half pairs become U+FFFD, as they do when a text is written to a file. */
const bytesOf = (input: string): Uint8Array =>
  input.startsWith('\ufeffLE')
    ? encode({text: input.slice(3), encoding: 'utf-16le', bom: true})
    : new TextEncoder().encode(input)

const runDocument = (input: string): void => {
  const decoded = decode(bytesOf(input), 'zh-TW/fuzz.md')
  for (const whole of [true, false]) {
    const edition = ingest(decoded.text, 'zh-TW/fuzz.md', {whole})
    same(edition, ingest(decoded.text, 'zh-TW/fuzz.md', {whole}), 'a document is read twice alike')
    const numbers = [...edition.tables, ...edition.unread].map(({table}) => table)
    same(
      numbers,
      numbers.map((_, index) => index + 1),
      'tables are numbered in order',
    )
    const lines = decoded.text.split(/\r\n|[\r\n]/).length
    for (const {line, column} of [
      ...edition.tables.flatMap(({place, rows}) => [place, ...rows.map((row) => row.place)]),
      ...edition.unread.flatMap(({rows}) => rows),
      ...edition.blocks.map(({place}) => place),
      ...edition.diagnostics.map(({place}) => place),
    ])
      must(
        line >= 1 && line <= lines && column >= 1,
        `places are inside the document, found line ${line} of ${lines}`,
      )
    for (const {header, rows} of edition.tables)
      for (const {cells} of [...(header ? [header] : []), ...rows])
        for (const {target, spans} of cells) {
          must(!/[\0\n\r\t]| {2}|^ | $/.test(target), 'white space of a cell is folded')
          for (const [start, end] of spans)
            must(start < end && end <= decoded.text.length, 'spans lie in the text')
        }
  }
  const whole = ingest(decoded.text, 'zh-TW/fuzz.md', {whole: true})
  const quick = ingest(decoded.text, 'zh-TW/fuzz.md')
  if (quick.tables.length === 0) {
    same(
      quick.unread.map(({rows}) => rows.length),
      whole.tables.map(({rows}) => rows.length),
      'the quick look counts the rows that reading finds',
    )
    must(!whole.tables.some(({portTable}) => portTable), 'the quick look misses no port table')
  }
}

const runDataset = (input: string): void => {
  const parts = input.split('\u0001')
  const editions = parts.map((text, index) =>
    ingest(decode(bytesOf(text), `zh-TW/${index}.md`).text, `zh-TW/${index}.md`),
  )
  const kb = reconcile(buildKnowledgeBase(editions), noWords)
  const parsed = knowledgeBaseSchema.safeParse(kb)
  must(parsed.success, `the dataset is as its schema says: ${parsed.error?.message.slice(0, 300) ?? ''}`)
  const {read, published, entries} = kb.ledger
  const rows = editions.reduce(
    (sum, {tables, unread}) =>
      sum + [...tables, ...unread].reduce((own, table) => own + table.rows.length, 0),
    0,
  )
  must(
    read === rows && read === published + entries.length,
    `the ledger adds up: ${rows} rows, ${read} = ${published} + ${entries.length}`,
  )
  same(
    kb,
    reconcile(buildKnowledgeBase(editions.toReversed()), noWords),
    'the order of the documents does not matter',
  )
  for (const line of unitsToJsonl(kb)) JSON.parse(line)
  rulesToCsv(kb)
}

const runFrontMatter = (input: string): void => {
  const source = createSource(input, 'fuzz.md')
  const {values, bodyStart} = readFrontMatter(source)
  must(bodyStart >= 0 && bodyStart <= input.length, 'the body starts inside the text')
  for (const {offset} of values.values())
    must(offset >= 0 && offset <= bodyStart, 'values stand in the front matter')
}

const runCell = (input: string): void => {
  const locale = localeOf(input)
  for (const reading of [
    parsePath(input, locale),
    parsePortCell(input, locale),
    parseProtocolCell(input, locale),
  ]) {
    if (!reading.ok) must(reading.reason !== '', 'a refusal says why')
    else
      for (const [low, high] of reading.ports)
        must(low >= 0 && low <= high && high <= 65535, 'ranges are ranges of ports')
  }
  parsePortColumns({port: input, protocol: input}, locale)
  const path = parsePath(input, locale)
  if (path.ok && path.anomaly === null) {
    const again = parsePath(formatPath(path, 'en'), 'en')
    must(again.ok, `a path can be written and read again: ${formatPath(path, 'en')}`)
    if (again.ok)
      same(
        [again.ports, again.transports, again.security],
        [path.ports, path.transports, path.security],
        'a path keeps its facts',
      )
  }
  const ports = parsePorts(input, locale)
  if (ports.ok && ports.ranges.length > 0) {
    const again = parsePorts(formatRanges(ports.ranges, locale), locale)
    same(
      again.ok && again.ranges,
      ports.ranges,
      `ports can be written and read again: ${formatRanges(ports.ranges, locale)}`,
    )
  }
}

const lexicon = createLexicon(knownLocales.map(localeData), ['SIP', 'HTTPS', 'STUN'])

const runQuery = (input: string): void => {
  const query = parseQuery(input, lexicon)
  same(query, parseQuery(input, lexicon), 'a query is read twice alike')
  for (const {
    range: [low, high],
  } of query.ports)
    must(low >= 0 && low <= high && high <= 65535, 'ranges are ranges of ports')
}

/** Readers give the same whatever pieces the file comes in, but for the place of a mistake that the XML parser reports. */
const runReader =
  (create: () => ChunkReader<unknown>) =>
  (input: string): void => {
    const read = (pieces: string[]): unknown =>
      JSON.parse(JSON.stringify([...readAll(create(), pieces)]), (_, value) =>
        value?.diagnostic?.id === 'malformed-xml' ? 'malformed-xml' : value,
      )
    const size = 1 + (input.length % 7)
    const count = Math.ceil(input.length / size)
    const pieces = Array.from({length: count}, (_, at) => input.slice(at * size, (at + 1) * size))
    same(read([input]), read(pieces), 'pieces of a file make no difference')
  }

const runWords = (input: string): void => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-fuzz-'))
  try {
    for (const kind of ['termbase', 'decisions']) {
      mkdirSync(join(folder, kind))
      writeFileSync(join(folder, kind, 'zh-TW.json'), input)
    }
    const words = readWords(folder)
    for (const {id, message, hint} of words.diagnostics)
      must(id !== '' && message !== '' && hint !== '', 'a diagnostic says what is wrong')
    const edition = ingest(seeds.html[0] ?? '', 'zh-TW/a.md')
    const kb = reconcile(buildKnowledgeBase([edition]), words)
    must(knowledgeBaseSchema.safeParse(kb).success, 'the dataset is as its schema says')
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Files that a person names: they are read, or refused with a SyntaxError that says why. */
const refusing =
  (read: (input: string) => unknown) =>
  (input: string): void => {
    try {
      read(input)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }

const partSeed = [
  ...partToJsonl({
    shard: {index: 1, count: 2},
    editions: [ingest(seeds.html[0] ?? '', 'zh-TW/a.md')],
    diagnostics: [],
  }),
].join('')

const markup = [
  ...[
    '<table>',
    '</table>',
    '<tr>',
    '</tr>',
    '<td>',
    '</td>',
    '<th>',
    '<thead>',
    '</thead>',
    '<td colspan="2">',
    '<td rowspan="3">',
  ],
  ...[
    '<span data-ttu-id="a">',
    '<span class="sxs-lookup"><span data-stu-id="a">',
    '</span>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
  ],
  ...[
    '<textarea>',
    '<template>',
    '<svg>',
    '<math>',
    '<select>',
    '<p>',
    '<br>',
    '<ul><li>',
    '<caption>',
    '&#x41;',
    '&amp;',
    '&lt;',
  ],
  ...[
    '\n\n',
    '\n|--|--|\n',
    '|',
    '\\|',
    '`',
    '```\n',
    '~~~\n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '===\n',
    '---\n',
    '![a](b)',
    '[a](b)',
    '**',
  ],
  ...['Port', '連接埠', 'TCP', 'UDP', '443', '50,000-59,999', 'SIP/TLS/TCP/5061', 'Any', '任何'],
]

const cellWords = [
  ...[
    'TCP',
    'UDP',
    'TLS',
    'MTLS',
    'SIP',
    'STUN',
    'A/V',
    '/',
    '-',
    '–',
    '～',
    ' to ',
    'から',
    '至',
    ',',
    '、',
    '，',
    '443',
    '50,000',
  ],
  ...[
    '59,999',
    '65535',
    '65536',
    'Any',
    '任何',
    'n’importe quel',
    '(',
    ')',
    '５０６１',
    '٣٤٧٨',
    '50 000',
    '50\u202f000',
    'or',
    '或',
    ';',
    '*',
  ],
]

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
    words: [
      '---\n',
      'title: ',
      'ms:assetid: ',
      '"',
      "'",
      '|\n  ',
      '>\n  ',
      '- ',
      '&a ',
      '*a',
      '!!binary ',
      '{a: ',
      '[',
      '# ',
      ': ',
      '\t',
      '? ',
      '<<: *a',
    ],
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
  {name: 'words', seeds: seeds.words, words: seeds.jsonWords, run: runWords},
  {name: 'part', seeds: [partSeed], words: seeds.jsonWords, run: refusing(parsePart)},
  {name: 'baseline', seeds: seeds.accepted, words: seeds.jsonWords, run: refusing(parseBaseline)},
  {name: 'waivers', seeds: seeds.accepted, words: seeds.jsonWords, run: refusing(parseWaivers)},
]
