/** `portolan diff A B`: two topics of the dataset, or two datasets, compared by what their rules mean. */

import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {Command} from 'commander'
import {exportTopic} from '../../src/app/export/export-topic.ts'
import {findTopic} from '../../src/app/search/find-topic.ts'
import {siteReader, titleIn} from '../../src/app/search/site-reader-fs.ts'
import {deltaOf} from '../../src/compare/delta.ts'
import {differs, diffTopics, type TopicDiff} from '../../src/compare/diff.ts'
import {diffLines} from '../../src/compare/render.ts'
import {revisionDiff, type TopicChange} from '../../src/compare/revision.ts'
import {readDataset} from '../../src/disk/read-dataset-fs.ts'
import {UsageError} from '../../src/disk/usage-error.ts'
import type {KnowledgeBase, Topic} from '../../src/model/schema.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {diffWords} from '../../src/site/compare/diff-words.ts'
import type {Reader} from '../../src/site/shared/reader.ts'
import {printable, printableLines} from '../../src/text/printable.ts'
import {addRuleOptions, type RuleOptions, readDevice, readRuleChoices} from '../terminal/export-options.ts'
import {exportRemarks} from '../terminal/export-remarks.ts'

interface DiffOptions extends RuleOptions {
  locale: string
  all?: boolean
  json?: boolean
  rules?: string
}

export const register = (program: Command): void => {
  const command = program
    .command('diff')
    .description('compare two topics, or two dataset files; exit 1 when they differ')
    .argument('<a>', 'topic id, or a knowledge-base.json')
    .argument('<b>', 'topic id, or a knowledge-base.json')
    .option('--locale <tag>', 'language of the output', 'en')
    .option('--all', 'also list rules that stay')
    .option('--json', 'print the difference as JSON')
    .option(
      '--rules <target>',
      'write the rules that a device set up for A lacks for B, as “portolan export” does',
    )
  addRuleOptions(
    command,
    'with --rules: write a rule that opens all ports, or every address to every address; once for each rule',
  ).action((a: string, b: string, options: DiffOptions) => {
    const files = [a, b].filter((name) => name.endsWith('.json'))
    if (files.length === 1)
      throw new UsageError(
        `Expected two topics or two files, found the file ${files.join('')} and a topic`,
        'Name both sides alike.',
      )
    if (options.rules !== undefined) {
      writeRules(a, b, options.rules, options)
      return
    }
    refuseChoices(options)
    const {differs, result, lines} =
      files.length === 2 ? compareDatasets(a, b, options) : compareTopics(a, b, options)
    const text = options.json
      ? printableLines(JSON.stringify(result, null, 2))
      : lines.map(printable).join('\n')
    process.stdout.write(`${text}\n`)
    if (differs) process.exitCode = 1
  })
}

/** Choices of a file change no comparison: nobody should believe that they were used. */
function refuseChoices({
  set,
  addresses,
  setPort,
  interface: side,
  include,
  allowUnrestricted,
  device,
}: DiffOptions): void {
  const given = {
    '--set': set,
    '--addresses': addresses,
    '--set-port': setPort,
    '--interface': side,
    '--include': include,
    '--allow-unrestricted': allowUnrestricted,
    '--device': device,
  }
  const [unused] = Object.entries(given).filter(([, value]) => value !== undefined)
  if (unused !== undefined)
    throw new UsageError(
      `Expected --rules beside ${unused[0]}`,
      'It chooses what is written to a file; a comparison is of all rules.',
    )
}

/** The rules of B that A lacks as a file for a firewall; those of A that must go are named beside it. */
function writeRules(a: string, b: string, target: string, options: DiffOptions): void {
  if (a.endsWith('.json'))
    throw new UsageError(
      'Expected two topics before --rules, found two files',
      'Name two topics of one dataset.',
    )
  const {data, locale} = options
  const kb = readDataset(join(data, 'knowledge-base.json'))
  const {diff, topicB} = diffOf(kb, a, b)
  const {add, remove} = deltaOf(diff)
  for (const id of remove)
    process.stderr.write(`${printable(`${id} of ${diff.a} is to be taken away or replaced`)}\n`)
  if (add.length === 0)
    throw new UsageError(
      `${diff.b} asks for no rule that ${diff.a} lacks`,
      'portolan diff without --rules tells what differs.',
    )
  const {text, request, plan} = exportTopic(kb, {
    ...readRuleChoices(options),
    target,
    topic: topicB.id,
    device: readDevice(options.device),
    include: options.include ?? ['optional', 'legacy'],
    locale,
    only: add,
  })
  process.stdout.write(text)
  for (const remark of exportRemarks({request, plan, nothing: null}))
    process.stderr.write(`${printable(remark)}\n`)
}

interface Comparison {
  differs: boolean
  result: unknown
  lines: string[]
}

function diffOf(kb: KnowledgeBase, a: string, b: string): {diff: TopicDiff; topicA: Topic; topicB: Topic} {
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
  return {diff: diffTopics(topicA, topicB), topicA, topicB}
}

function compareTopics(a: string, b: string, {data, locale, all}: DiffOptions): Comparison {
  const kb = readDataset(join(data, 'knowledge-base.json'))
  const words = diffWords(siteReader(kb, locale))
  const {diff, topicA, topicB} = diffOf(kb, a, b)
  const title = words.title(titleIn(topicA, locale), titleIn(topicB, locale))
  return {
    differs: differs(diff.counts) || diff.counts.unknown > 0,
    result: diff,
    lines: diffLines(title, diff, words, all),
  }
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
