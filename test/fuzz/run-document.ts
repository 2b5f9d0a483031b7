/** What must hold of any document: its reading, its front matter, the dataset of several. */
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {FAULT} from '../../src/disk/fault.ts'
import {rulesToCsv} from '../../src/formats/rules-csv.ts'
import {unitsToJsonl} from '../../src/formats/units-jsonl.ts'
import {decode, encode} from '../../src/ingest/decode.ts'
import {readFrontMatter} from '../../src/ingest/identity/front-matter.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import {createSource} from '../../src/ingest/source.ts'
import {knowledgeBaseSchema} from '../../src/model/schema.ts'
import {noWords, reconcile} from '../../src/reconcile/reconcile.ts'
import {must, same} from './must.ts'

/** Half pairs become U+FFFD, as they do when a text is written to a file. */
const bytesOf = (input: string): Uint8Array =>
  input.startsWith('\ufeffLE')
    ? encode({text: input.slice(3), encoding: 'utf-16le', bom: true})
    : new TextEncoder().encode(input)

export const runDocument = (input: string): void => {
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
  const filtered = ingest(decoded.text, 'zh-TW/fuzz.md')
  if (filtered.tables.length === 0) {
    same(
      filtered.unread.map(({rows}) => rows.length),
      whole.tables.map(({rows}) => rows.length),
      'the prefilter counts the rows that reading finds',
    )
    must(!whole.tables.some(({portTable}) => portTable), 'the prefilter misses no port table')
  }
}

export const runDataset = (input: string): void => {
  const parts = input.split('\u0001')
  const editions = parts.map((text, index) =>
    ingest(decode(bytesOf(text), `zh-TW/${index}.md`).text, `zh-TW/${index}.md`),
  )
  const kb = reconcile(buildKnowledgeBase(editions), noWords)
  const faults = kb.diagnostics.filter(({id}) => id === FAULT).map(({message}) => message)
  must(faults.length === 0, `nothing fails inside: ${faults.join('; ')}`)
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

export const runFrontMatter = (input: string): void => {
  const source = createSource(input, 'fuzz.md')
  const {values, bodyStart} = readFrontMatter(source)
  must(bodyStart >= 0 && bodyStart <= input.length, 'the body starts inside the text')
  for (const {offset} of values.values())
    must(offset >= 0 && offset <= bodyStart, 'values stand in the front matter')
}
