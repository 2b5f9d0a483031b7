/** Documents of any size in any dimension, seeded and distinct, of a product that nobody has. */
import type {SourceDocument} from '../../src/library/library.ts'
import {randomNumbers} from '../support/kill.ts'

export interface Size {
  topics: number
  locales: number
  /** Editions of the same document, each of another day. */
  revisions: number
  tables: number
  rows: number
  /** Words of each note. */
  words: number
  /** Ports of each row. */
  ports: number
  /** Different translations of one and the same English note, of all rows. */
  renderings: number
  /** Of so many rows one has lost its transport; 0 for none. */
  wrong: number
  /** Paragraphs between tables. */
  prose: number
}

export const small: Size = {
  topics: 2,
  locales: 2,
  revisions: 1,
  tables: 1,
  rows: 8,
  words: 6,
  ports: 1,
  renderings: 0,
  wrong: 5,
  prose: 1,
}

const TAGS = [
  'fr',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'cs',
  'sv',
  'da',
  'fi',
  'hu',
  'ro',
  'tr',
  'el',
  'uk',
  'hr',
  'sk',
  'sl',
  'lt',
  'lv',
  'et',
  'bg',
  'nb',
]
/** As many languages as are asked for: a region makes one of its own. */
const REGIONS = ['', '-FR', '-BE', '-CH', '-CA', '-LU', '-AT', '-MX', '-AR', '-CL', '-PE', '-CO']
export const localeAt = (index: number): string =>
  `${TAGS[index % TAGS.length]}${REGIONS[Math.floor(index / TAGS.length)] ?? '-AQ'}`

const SYLLABLES = ['ba', 'do', 'ke', 'li', 'mu', 'na', 'po', 'ri', 'sa', 'te', 'vo', 'zu']
/** A word that stands for a number, the same each time. */
const wordOf = (number: number): string =>
  [...number.toString(12)].map((digit) => SYLLABLES[Number.parseInt(digit, 12)]).join('')

const pair = (id: string, target: string, source: string): string =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

export function documentsOf(size: Size): SourceDocument[] {
  const documents: SourceDocument[] = []
  for (let topic = 0; topic < size.topics; topic++)
    for (let locale = 0; locale < size.locales; locale++)
      for (let revision = 0; revision < size.revisions; revision++)
        documents.push({
          path: `${localeAt(locale)}/topic-${topic}${revision === 0 ? '' : `.r${revision}`}.md`,
          content: documentOf(size, topic, locale, revision),
        })
  return documents
}

/** One document, all numbers from 0; of no tables it is the prose between them once. */
export function documentOf(size: Size, topic: number, locale: number, revision = 0): string {
  // What a topic says is the same in every language.
  const next = randomNumbers(1 + topic)
  const number = (below: number): number => Math.floor(next() * below)
  const say = (count: number): {source: string; target: string} => {
    const numbers = Array.from({length: count}, () => number(4000))
    return {
      source: numbers.map(wordOf).join(' '),
      target: numbers.map((each) => `${wordOf(each + 5000)}${locale}`).join(' '),
    }
  }
  const row = (table: number, at: number): string => {
    const id = `${table}-${at}`
    const ports = Array.from({length: size.ports}, (_, port) =>
      String(
        1024 +
          ((topic * 977 + table * 311 + at * 7 + port * 3 + (revision > 0 && at === 0 ? revision : 0)) %
            60_000),
      ),
    )
    const transport = next() < 0.5 ? 'TCP' : 'UDP'
    const isWrong = size.wrong > 0 && locale === 0 && at % size.wrong === 1
    const lost = isWrong ? (transport === 'TCP' ? 'UDP' : 'TCP') : transport
    const [from, to, note] = [say(2), say(2), say(size.words)]
    const shown =
      size.renderings === 0
        ? note
        : {
            source: 'The relay answers each call.',
            target: wordOf((at + topic * size.rows) % size.renderings).repeat(2),
          }
    const cells = [
      pair(`${id}a`, ports.join(', '), ports.join(', ')),
      pair(`${id}b`, lost, transport),
      pair(`${id}c`, from.target, from.source),
      pair(`${id}d`, to.target, to.source),
      pair(`${id}e`, shown.target, shown.source),
    ]
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  }
  const heads = ['Port', 'Protocol', 'Source', 'Destination', 'Notes'].map(
    (text, at) => `<th>${pair(`h${at}`, text, text)}</th>`,
  )
  const prose = (): string[] => Array.from({length: size.prose}, () => `${say(20).target}.\n`)
  const tables = Array.from({length: size.tables}, (_, table) =>
    [
      ...prose(),
      `<table><thead><tr>${heads.join('')}</tr></thead><tbody>`,
      ...Array.from({length: size.rows}, (_, at) => row(table, at)),
      '</tbody></table>\n',
    ].join('\n'),
  )
  const {source, target} = say(3)
  return [
    '---',
    `title: ${target}`,
    `ms:assetid: topic-${topic}`,
    'ms.translationtype: MT',
    `ms.contentlocale: ${localeAt(locale)}`,
    `ms.date: ${String(1 + (revision % 12)).padStart(2, '0')}/${String(1 + (Math.floor(revision / 12) % 28)).padStart(2, '0')}/${2010 + Math.floor(revision / 336)}`,
    '---',
    `# ${pair('t', target, source)}`,
    '',
    ...(size.tables === 0 ? prose() : tables),
  ].join('\n')
}
