/**
 * What a query loads as a workspace grows: the given dataset 1, 10 and 100 times, each copy with topics, some wording and
 * some ports of its own.
 */
import {gzipSync} from 'node:zlib'
import type {KnowledgeBase, PortRange, Text} from '../src/model/schema.ts'
import {createEngine} from '../src/search/find/search-engine.ts'
import {buildSearchFiles, type SearchFiles} from '../src/search/index/build-index.ts'
import {createRandom} from '../test/search/support/generated-kb.ts'
import type {Row, Section} from './harness.ts'

/** Each copy changes one text in five and one port in five; facts and texts of a copy stay plausible, not consistent. */
export const grownKnowledgeBase = (kb: KnowledgeBase, copies: number): KnowledgeBase => {
  const random = createRandom(copies)
  const otherText = (text: Text, copy: number): Text => {
    if (copy === 0 || random(5) > 0) return text
    const said = (words: string) => `${words} ${1000 + copy}`
    return {
      ...text,
      source: text.source === null ? null : said(text.source),
      texts: Object.fromEntries(
        Object.entries(text.texts).map(([locale, own]) => [locale, {...own, text: said(own.text)}]),
      ),
    }
  }
  const otherPorts = (ports: PortRange[], copy: number): PortRange[] => {
    if (copy === 0 || random(5) > 0) return ports
    const low = random(65000)
    return [[low, low + random(3) * 100]]
  }
  const topics = Array.from({length: copies}, (_, copy) =>
    kb.topics.map((topic) => ({
      ...topic,
      id: `${topic.id}-${copy}`,
      title: otherText(topic.title, copy),
      tables: topic.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => otherText(cell, copy)),
          rules: row.rules.map(({id, facts, ...rule}) => ({
            ...rule,
            id: `${id}-${copy}`,
            facts: {...facts, ports: otherPorts(facts.ports, copy)},
          })),
        })),
      })),
    })),
  ).flat()
  return {...kb, topics}
}

/** Compressed bytes that a first query loads, with results for the box (8) and without the client's own code. */
export const loadedBytes = async (
  files: SearchFiles,
  text: string,
  locale: string,
  facets = false,
): Promise<number> => {
  let bytes = 0
  const engine = createEngine(async (path) => {
    const file = files.get(path)
    if (file === undefined) throw new Error(`there is no file ${path}`)
    bytes += gzipSync(file, {level: 9}).length
    return JSON.parse(file)
  })
  await engine.search({text, locales: [locale], limit: 8, facets})
  return bytes
}

const queries = [
  ['5061', 'en'],
  ['55000', 'zh-TW'],
  ['50000-50100/udp', 'fr-FR'],
  ['revocation', 'en'],
  ['憑證', 'zh-TW'],
  ['フロントエンド', 'ja-JP'],
  ['fédération', 'fr-FR'],
  ['server', 'en'],
  ['5061 任意', 'ja-JP'],
] as const

/** Kilobytes before the first answer, of each size. */
export const scaleSection = async (kb: KnowledgeBase, quick: boolean): Promise<Section> => {
  const sizes = quick ? [1, 10] : [1, 10, 100]
  const grown = sizes.map((copies) => buildSearchFiles(grownKnowledgeBase(kb, copies)))
  const rows: Row[] = []
  for (const [text, locale] of queries) {
    const kilobytes: number[] = []
    for (const files of grown) kilobytes.push((await loadedBytes(files, text, locale)) / 1024)
    const [first = 0, ...larger] = kilobytes
    const more = Object.fromEntries(larger.map((size, index) => [`${sizes[index + 1]} ×`, size]))
    rows.push({name: `${locale} “${text}”`, median: first, slow: first, ratio: null, more})
  }
  return {
    title: 'Search: what a first query loads as the workspace grows',
    note: `Compressed index files for eight results, without the client's own code; the dataset once and ${sizes.slice(1).join(' and ')} times, each copy with topics and some wording and ports of its own.`,
    unit: 'KB',
    rows,
    goals: [],
  }
}
