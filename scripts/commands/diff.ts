/** `portolan diff A B`: two topics of the dataset, or two datasets, compared by what their rules mean. */

import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {findTopic} from '../../src/app/search/find-topic.ts'
import {siteReader, titleIn} from '../../src/app/search/site-reader-fs.ts'
import {diffTopics} from '../../src/compare/diff.ts'
import {diffLines} from '../../src/compare/render.ts'
import {revisionDiff, type TopicChange} from '../../src/compare/revision.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {diffWords} from '../../src/site/compare/diff-words.ts'
import type {Reader} from '../../src/site/shared/reader.ts'
import {printable, printableLines} from '../../src/text/printable.ts'

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
    .option('--locale <tag>', 'language of the output', 'en')
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
      const text = options.json
        ? printableLines(JSON.stringify(result, null, 2))
        : lines.map(printable).join('\n')
      process.stdout.write(`${text}\n`)
      if (differs) process.exitCode = 1
    })
}

interface Comparison {
  differs: boolean
  result: unknown
  lines: string[]
}

function compareTopics(a: string, b: string, {data, locale, all}: DiffOptions): Comparison {
  const kb = readDataset(join(data, 'knowledge-base.json'))
  const words = diffWords(siteReader(kb, locale))
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
  const title = words.title(titleIn(topicA, locale), titleIn(topicB, locale))
  return {differs: open + close + change > 0, result: diff, lines: diffLines(title, diff, words, all)}
}

function compareDatasets(before: string, after: string, {locale, all}: DiffOptions): Comparison {
  const [old, kb] = [readDataset(before), readDataset(after)]
  if (isSameFile(before, after)) {
    throw new UsageError(
      `Expected two datasets, found the file ${before} twice`,
      'Name the dataset of another run.',
    )
  }
  const reader = siteReader(kb, locale)
  const {changes, equal} = revisionDiff(old, kb)
  const result = {
    equal,
    changes: changes.map((change) =>
      change.kind === 'changed'
        ? {kind: change.kind, topic: change.topic.id, diff: change.diff}
        : {kind: change.kind, topic: change.topic.id, rules: change.rules},
    ),
  }
  const sum = reader.t('changes.sum', {
    changed: reader.count('changedTopics', changes.length),
    equal: reader.count('equalTopics', equal),
  })
  const lines = [...changes.flatMap((change) => [...changeLines(change, reader, all), '']), sum]
  return {differs: changes.length > 0, result, lines}
}

const isSameFile = (a: string, b: string): boolean => {
  const [one, two] = [statSync(a), statSync(b)]
  return one.dev === two.dev && one.ino === two.ino
}

function changeLines(change: TopicChange, reader: Reader, all: boolean | undefined): string[] {
  const title = `${titleIn(change.topic, reader.locale)} (${change.topic.id})`
  if (change.kind === 'changed') return diffLines(title, change.diff, diffWords(reader), all)
  const said = reader.t(`changes.${change.kind}`)
  return [title, `${said}${reader.t('value.is')}${reader.count('rules', change.rules)}`]
}
