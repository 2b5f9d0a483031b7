import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, expect, it} from 'vitest'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import {fieldKey, meaningKey} from '../../src/compare/compared-fields.ts'
import {differs, diffTopics, type TopicDiff} from '../../src/compare/diff.ts'
import {patch} from '../../src/compare/patch.ts'
import {isKnownEndpoint} from '../../src/facts/endpoints/endpoint-of.ts'
import type {EndpointRef, Facts, KnowledgeBase, Topic} from '../../src/model/schema.ts'
import {endpointKey, rulesOf} from '../../src/model/topic-rules.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

interface Expectation {
  a: string
  b: string
  stay: number
  open: string[]
  close: string[]
  change: {rule: string; field: string; from: string; to: string}[]
}

const folder = new URL('../fixtures/compare/', import.meta.url)
const expectations = readdirSync(folder).map((file): [string, Expectation] => [
  file,
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
])

/** `Access/SIP(TLS)/tcp/443: any -> access-edge` */
function shorthand(facts: Facts): string {
  const {role, protocols, security, transports, ports, source, destination} = facts
  const path = [
    role ?? '',
    `${protocols.join(',')}${security === null ? '' : `(${security})`}`,
    transports.join(','),
    ports.map(([low, high]) => (low === high ? low : `${low}-${high}`)).join(','),
  ]
  return `${path.filter((part) => part !== '').join('/')}: ${endpointKey(source)} -> ${endpointKey(destination)}`
}

const factsOf = (topic: Topic): Facts[] => rulesOf(topic).map(({rule}) => rule.facts)

/** A difference without what a document's language could have a part in. */
const meaningOf = ({counts, rules, open, close}: TopicDiff) => ({
  counts,
  rules: rules
    .map(({kind, a, b}) => [kind, a && meaningKey(a.rule.facts), b && meaningKey(b.rule.facts)])
    .sort(),
  open: open.map(({rules: _, ...flow}) => flow),
  close: close.map(({rules: _, ...flow}) => flow),
})

const build = (...folders: string[]): KnowledgeBase =>
  runPipeline({sources: folders.map((name) => join(sharedDir, 'technet', name)), content: 'content'})

/** Each language calls a machine that no vocabulary holds by its own name, and says in its own words what is required. */
const inAnyLanguage = (facts: Facts): Facts => ({
  ...facts,
  source: known(facts.source),
  destination: known(facts.destination),
  host: known(facts.host),
  requirement: 'unknown',
})

const known = (end: EndpointRef | null): EndpointRef | null => {
  if (end === null) return null
  return [end.id, ...end.alternatives].every((id) => isKnownEndpoint({...end, id}))
    ? end
    : {id: 'named', qualifiers: [], alternatives: []}
}

const withRules = (kb: KnowledgeBase): Topic[] => kb.topics.filter((topic) => factsOf(topic).length > 0)

describeShared('src/compare/diff.ts on the documents beside the project', () => {
  let topics: Topic[] = []
  beforeAll(() => {
    topics = withRules(build('bilingual', 'machine', 'human', 'bilingual-pipe'))
  }, 900_000)
  const topic = (key: string): Topic => {
    const found = topics.find((each) => each.key === key)
    if (found === undefined) throw new Error(`no topic ${key}`)
    return found
  }

  it.each(expectations)('finds in %s what a person found', (_, expected) => {
    const {counts, rules} = diffTopics(topic(expected.a), topic(expected.b))
    const only = (kind: string): string[] =>
      rules
        .filter((rule) => rule.kind === kind)
        .flatMap(({a, b}) => shorthand((a ?? b)?.rule.facts ?? never()))
    const changes = rules.flatMap(({a, b, changes: fields}) =>
      fields.map(({field}) => ({
        rule: shorthand(a?.rule.facts ?? never()),
        field,
        from: fieldKey(a?.rule.facts ?? never(), field),
        to: fieldKey(b?.rule.facts ?? never(), field),
      })),
    )
    expect(counts.stay).toBe(expected.stay)
    expect(only('onlyB').sort()).toEqual(expected.open.toSorted())
    expect(only('onlyA').sort()).toEqual(expected.close.toSorted())
    expect(changes.map((change) => JSON.stringify(change)).sort()).toEqual(
      expected.change.map((change) => JSON.stringify(change)).sort(),
    )
  })

  it('makes every topic of every other topic and the difference', () => {
    for (const a of topics) {
      for (const b of topics) {
        const {rules, counts} = diffTopics(a, b)
        expect(patch(factsOf(a), rules)).toEqual(factsOf(b))
        if (a === b) expect([differs(counts), counts.stay]).toEqual([false, factsOf(a).length])
      }
    }
  })

  it('says the opposite with any two topics swapped', () => {
    for (const a of topics) {
      for (const b of topics) {
        const there = diffTopics(a, b)
        const back = diffTopics(b, a)
        expect(back.counts).toEqual({...there.counts, open: there.counts.close, close: there.counts.open})
        expect([back.open, back.close]).toEqual([there.close, there.open])
      }
    }
  })

  it('finds the same between any two topics from the documents of each language alone', {}, () => {
    const of = (name: string): Map<string, Topic> =>
      new Map(
        withRules(build(`bilingual/${name}`, `human/${name}`, `bilingual-pipe/${name}`)).map((each) => [
          each.key,
          each,
        ]),
      )
    const one = of('zh-TW')
    const differences = (views: ReadonlyMap<string, Topic>) =>
      [...views].flatMap(([keyA, a]) =>
        [...views].map(([keyB, b]) => [`${keyA} → ${keyB}`, meaningOf(diffTopics(a, b))]),
      )
    for (const locale of ['ja-JP', 'fr-FR']) expect(differences(of(locale))).toEqual(differences(one))
  })

  it('reads the same rules from human translations alone, without any English, but where they say something else', {}, () => {
    const meanings = (locale: string) =>
      withRules(build(`human/${locale}`)).flatMap((each) =>
        factsOf(each).map((facts, at) => `${each.key} ${at} ${meaningKey(inAnyLanguage(facts))}`),
      )
    const [one = [], ...others] = ['zh-TW', 'ja-JP', 'fr-FR'].map(meanings)
    expect(one.length).toBeGreaterThan(200)
    for (const other of others) {
      const same = other.filter((meaning) => one.includes(meaning))
      // A word that two words were glued to, and a machine that is named as another one.
      expect([other.length, other.length - same.length]).toSatisfy(
        ([all, differing]) => all === one.length && differing <= 2,
      )
    }
  })

  it('reads from the notes of nearly all rows of human translations alone what the other languages require', {
    timeout: 900_000,
  }, () => {
    const requirements = (locale: string) =>
      withRules(build(`human/${locale}`)).flatMap((each) =>
        factsOf(each).map(({requirement}, at) => `${each.key} ${at} ${requirement}`),
      )
    const [one = [], ...others] = ['zh-TW', 'ja-JP', 'fr-FR'].map(requirements)
    for (const other of others)
      expect(other.filter((requirement) => !one.includes(requirement)).length).toBeLessThan(7)
  })
})

function never(): Facts {
  throw new Error('expected a rule on this side')
}
