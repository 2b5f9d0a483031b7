/** `portolan diff A B`: two topics of the dataset, or two datasets, compared by what their rules mean. */

import {join} from 'node:path'
import type {Command} from 'commander'
import {diffTopics} from '../../src/compare/diff.ts'
import {headline} from '../../src/compare/feed.ts'
import {diffLines} from '../../src/compare/render.ts'
import {revisionDiff} from '../../src/compare/revision.ts'
import {endpointLabel, endpointNames} from '../../src/dataset/endpoint-label.ts'
import type {EndpointRef, KnowledgeBase} from '../../src/dataset/schema.ts'
import {rulesOf} from '../../src/dataset/topic-rules.ts'
import {findTopic} from '../lib/find-topic.ts'
import {readDataset} from '../lib/read-dataset-fs.ts'
import {UsageError} from '../lib/usage-error.ts'

interface DiffOptions {
  data: string
  locale: string
  all?: boolean
  json?: boolean
}

export const register = (program: Command): void => {
  program
    .command('diff')
    .description('compare two topics, or two dataset files; exit 1 when they differ')
    .argument('<a>', 'topic id, or a knowledge-base.json')
    .argument('<b>', 'topic id, or a knowledge-base.json')
    .option('--data <dir>', 'folder with knowledge-base.json', 'data')
    .option('--locale <tag>', 'language of the names', 'en')
    .option('--all', 'show rules that stay, too')
    .option('--json', 'print the difference as JSON')
    .action((a: string, b: string, options: DiffOptions) => {
      const files = [a, b].filter((name) => name.endsWith('.json'))
      if (files.length === 1)
        throw new UsageError(
          `Expected two topics or two files, found the file ${files.join('')} and a topic`,
          'Name both sides alike.',
        )
      const {differs, result, lines} =
        files.length === 2 ? compareDatasets(a, b, options) : compareTopics(a, b, options)
      process.stdout.write(`${options.json ? JSON.stringify(result, null, 2) : lines.join('\n')}\n`)
      if (differs) process.exitCode = 1
    })
}

interface Comparison {
  differs: boolean
  result: unknown
  lines: string[]
}

const nameIn =
  (kb: KnowledgeBase, locale: string) =>
  (endpoint: EndpointRef | null): string =>
    endpointLabel(endpoint, endpointNames(kb.endpoints), locale)

function checkLocale(kb: KnowledgeBase, locale: string): void {
  if (locale === 'en' || kb.locales.includes(locale)) return
  throw new UsageError(
    `There is no locale “${locale}” in the dataset`,
    `It has ${['en', ...kb.locales].join(', ')}.`,
  )
}

function compareTopics(a: string, b: string, {data, locale, all}: DiffOptions): Comparison {
  const kb = readDataset(join(data, 'knowledge-base.json'))
  checkLocale(kb, locale)
  const [topicA, topicB] = [findTopic(kb.topics, a), findTopic(kb.topics, b)]
  if (topicA === topicB) {
    throw new UsageError(
      `Expected two topics, found ${topicA.id} twice`,
      'Name another topic to compare it with.',
    )
  }
  for (const topic of [topicA, topicB]) {
    if (rulesOf(topic).length === 0)
      throw new UsageError(`${topic.id} has no rules to compare`, 'Choose a topic with a table of ports.')
  }
  const diff = diffTopics(topicA, topicB)
  const {open, close, change} = diff.counts
  return {differs: open + close + change > 0, result: diff, lines: diffLines(diff, nameIn(kb, locale), all)}
}

function compareDatasets(before: string, after: string, {locale, all}: DiffOptions): Comparison {
  const [old, kb] = [readDataset(before), readDataset(after)]
  checkLocale(kb, locale)
  const {changes, equal} = revisionDiff(old, kb)
  const topicLines = changes.flatMap((change) =>
    change.kind === 'changed'
      ? diffLines(change.diff, nameIn(kb, locale), all)
      : [`${change.topic.id}: ${headline(change)}`],
  )
  const result = {
    equal,
    changes: changes.map((change) =>
      change.kind === 'changed'
        ? {kind: change.kind, topic: change.topic.id, diff: change.diff}
        : {kind: change.kind, topic: change.topic.id, rules: change.rules},
    ),
  }
  const sum = `${changes.length} topics differ, ${equal} are the same`
  return {differs: changes.length > 0, result, lines: [...topicLines, sum]}
}
