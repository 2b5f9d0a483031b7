import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {redirectsOf} from '../../../src/app/build/redirects.ts'
import {decode} from '../../../src/ingest/decode.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import type {Edition, EditionTable} from '../../../src/model/edition.ts'
import type {KnowledgeBase} from '../../../src/model/schema.ts'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {earlierRuleIds, topicFinder} from '../../../src/site/dataset/earlier-rules.ts'
import {sharedDir} from '../../support/shared.ts'

const root = join(sharedDir, 'technet')
const read = (form: string): Edition[] =>
  readdirSync(`${root}/${form}`, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.md'))
    .map((path) => ingest(decode(readFileSync(`${root}/${form}/${path}`), path).text, `${form}/${path}`))

/** An English document of its own, of the English that stands in the spans of a bilingual one. */
const englishOf = ({assetId, title, blocks, tables}: Edition): Edition => {
  const cell = (text: string | null) => (text ?? '').replaceAll('|', '\\|')
  const lines = ({header, rows}: EditionTable) =>
    [...(header ? [header] : []), ...rows].map(
      ({cells}) => `| ${cells.map(({source}) => cell(source)).join(' | ')} |`,
    )
  const text = blocks.map(({kind, depth, source, table}) => {
    const own = tables.find((each) => each.table === table)
    if (own === undefined)
      return `${kind === 'heading' ? `${'#'.repeat(Math.max(2, depth))} ` : ''}${source ?? ''}`
    const [first = '', ...rest] = lines(own)
    return [first, first.replace(/[^|]+/g, '---'), ...rest].join('\n')
  })
  return ingest(
    `---\ntitle: "${title.source ?? ''}"\nms.assetid: ${assetId ?? ''}\nlang: en-US\n---\n\n${text.join('\n\n')}\n`,
    `en-US/${assetId ?? ''}.md`,
  )
}

describe.runIf(existsSync(root))('src/site/dataset/earlier-rules.ts', () => {
  const human = read('human')
  const english = [...new Map(read('bilingual').map((edition) => [edition.assetId, edition])).values()]
  const without = buildKnowledgeBase(human)
  const withEnglish = buildKnowledgeBase([...human, ...english.map(englishOf)])

  /** Addresses of topics and rules of one dataset that lead nowhere in another one. */
  const lost = (from: KnowledgeBase, to: KnowledgeBase): string[] => {
    const redirects = redirectsOf(to.topics, to.editions, from.topics)
    return from.topics.flatMap((topic) => {
      const now = topicFinder(to.topics)(topic)
      if (now === undefined) return [topic.id]
      const isThere =
        now.id === topic.id ||
        redirects.some(({from: old, to: target}) => old === topic.id && target === now.id)
      const ids = new Set([
        ...rulesOf(now).map(({rule}) => rule.id),
        ...[...earlierRuleIds(now, topic).values()].flat(),
      ])
      return [
        ...(isThere ? [] : [topic.id]),
        ...rulesOf(topic).flatMap(({rule}) => (ids.has(rule.id) ? [] : [rule.id])),
      ]
    })
  }

  it('finds all topics and rules of technet under their addresses when English documents come, and when they go', () => {
    expect(rulesOf({tables: without.topics.flatMap(({tables}) => tables)}).length).toBeGreaterThan(250)
    expect(withEnglish.topics.filter(({title}) => title.source !== null).length).toBeGreaterThan(10)
    expect(lost(without, withEnglish)).toEqual([])
    expect(lost(withEnglish, without)).toEqual([])
  })
})
