import {spawnSync} from 'node:child_process'
import {beforeAll, describe, expect, it} from 'vitest'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import {exportRules} from '../../src/firewall/export-rules.ts'
import type {ExportRequest, Plan, Target} from '../../src/firewall/export-types.ts'
import {firewallTexts} from '../../src/firewall/firewall-texts-fs.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {verifyExport} from '../../src/firewall/proof/verify.ts'
import {readers} from '../../src/firewall/readers.ts'
import {targets} from '../../src/firewall/targets.ts'
import type {KnowledgeBase, Topic} from '../../src/model/schema.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {documentFolders} from '../support/shared.ts'

describe('src/firewall on whole documents', () => {
  let kb: KnowledgeBase
  beforeAll(() => {
    kb = runPipeline({sources: [...documentFolders], content: 'content'})
  }, 900_000)

  const topics = (): Topic[] => kb.topics.filter((topic) => rulesOf(topic).length > 0)

  const request = (topic: Topic, locale: string): ExportRequest => ({
    topic: topic.id,
    title: topic.title.texts[locale]?.text ?? topic.id,
    locale,
    texts: firewallTexts(locale),
    rules: exportRules(
      topic,
      locale,
      (id) => `https://ports.example/${locale}/topics/${topic.id}/#${id}`,
      new Map(kb.findings.map((finding) => [finding.id, finding])),
    ),
    endpoints: kb.endpoints,
    addresses: {},
    chosen: {required: true, conditional: true, optional: true, legacy: true, unknown: true},
    interface: null,
    allowed: [],
  })

  /** An address for every variable of the plan, one of them IPv6. */
  const withAddresses = (asked: ExportRequest, {variables}: Plan): ExportRequest => ({
    ...asked,
    addresses: Object.fromEntries(
      variables.map(({key}, at) => [
        key,
        at === 0 ? ['10.0.0.1', '2001:db8::1'] : [`10.0.${at}.0/24`, '2001:db8:1::/64'],
      ]),
    ),
  })

  const plans = (target: Target): Plan[] =>
    topics().flatMap((topic) =>
      ['en', ...kb.locales].flatMap((locale) => {
        const asked = request(topic, locale)
        const open = planExport(asked, target)
        if (!open.ok) {
          expect(open.problems.map(({id}) => id)).toEqual(['nothing-to-write'])
          return []
        }
        const complete = planExport(withAddresses(asked, open.plan), target)
        if (!complete.ok)
          throw new Error(`${topic.id}: ${complete.problems.map(({message}) => message).join('; ')}`)
        expect(complete.plan.variables).toEqual([])
        return [open.plan, complete.plan]
      }),
    )

  it.each(targets)('$id gives back every rule of every topic in four languages', (target) => {
    const reader = readers.get(target.id)
    if (reader === undefined) throw new Error(`no reader for ${target.id}`)
    const all = plans(target)
    expect(all.length).toBeGreaterThan(0)
    for (const plan of all)
      expect(verifyExport(plan, target, reader, target.write(plan))).toMatchObject({missing: [], extra: []})
  })

  const tools = [
    {id: 'nftables', command: 'nft', args: ['-c', '-f', '-'], empty: ''},
    {id: 'iptables', command: 'iptables-restore', args: ['--test', '--noflush'], empty: '*filter\nCOMMIT\n'},
    {id: 'iptables', command: 'ip6tables-restore', args: ['--test', '--noflush'], empty: '*filter\nCOMMIT\n'},
  ]
  for (const {id, command, args, empty} of tools) {
    const here = spawnSync(command, args, {input: empty}).status === 0
    it.skipIf(!here)(
      `${command} accepts every topic${here ? '' : ' (skipped: it can’t be run here)'}`,
      () => {
        const target = targets.find((each) => each.id === id)
        if (target === undefined) throw new Error(`no target ${id}`)
        for (const plan of plans(target).filter(
          ({locale, variables}) => locale === 'zh-TW' && variables.length === 0,
        )) {
          const {status, stderr} = spawnSync(command, args, {input: target.write(plan), encoding: 'utf8'})
          expect({title: plan.title, status, stderr}).toEqual({title: plan.title, status: 0, stderr: ''})
        }
      },
    )
  }
})
