/**
 * What a query loads as a workspace grows: the given dataset 1, 10 and 100 times, each copy with topics, some wording and
 * some ports of its own. Usage: `node bench/search-scale.ts DATA`.
 */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import type {KnowledgeBase, PortRange, Text} from '../src/dataset/schema.ts'
import {buildSearchFiles, type SearchFiles} from '../src/search/build-index.ts'
import {createEngine} from '../src/search/engine.ts'
import {createRandom} from '../test/search/support/generated-kb.ts'

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
          rule:
            row.rule === null
              ? null
              : {
                  ...row.rule,
                  id: `${row.rule.id}-${copy}`,
                  facts: {...row.rule.facts, ports: otherPorts(row.rule.facts.ports, copy)},
                },
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

export const printScale = async (folder: string): Promise<void> => {
  const kb: KnowledgeBase = JSON.parse(readFileSync(join(folder, 'knowledge-base.json'), 'utf8'))
  const sizes = [1, 10, 100]
  const grown = sizes.map((copies) => buildSearchFiles(grownKnowledgeBase(kb, copies)))
  console.log(
    `${'KB loaded, compressed (in brackets with facets)'.padEnd(48)}${sizes.map((size) => `${size}×`.padStart(16)).join('')}`,
  )
  for (const [text, locale] of queries) {
    const cells = await Promise.all(
      grown.map(async (files) => {
        const [box, page] = [
          await loadedBytes(files, text, locale),
          await loadedBytes(files, text, locale, true),
        ]
        return `${(box / 1024).toFixed(1)} (${(page / 1024).toFixed(1)})`.padStart(16)
      }),
    )
    console.log(`${`${locale} “${text}”`.padEnd(48)}${cells.join('')}`)
  }
}

if (import.meta.main) await printScale(process.argv[2] ?? 'data')
