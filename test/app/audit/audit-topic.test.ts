import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {auditTopic} from '../../../src/app/audit/audit-topic.ts'
import {readConfigFiles} from '../../../src/app/audit/config-files-fs.ts'
import {auditAddresses, auditKb} from '../../support/audit-kb.ts'

const folder = 'test/fixtures/audit'
const verdictSchema = z.enum(['allowed', 'partly', 'missing', 'denied', 'unknown'])
const caseSchema = z.strictObject({
  /** What makes the configuration hard to read rightly. */
  trap: z.string(),
  expected: z.record(z.string(), verdictSchema),
  /** How many lines let through more than the topic. */
  beyond: z.int().optional(),
  behind: z.record(z.string(), z.array(z.string())).optional(),
  machine: z.string().optional(),
})

const audit = (name: string) => {
  const own = join(folder, name)
  const {
    expected,
    beyond,
    behind = {},
    machine,
  } = caseSchema.parse(JSON.parse(readFileSync(join(own, 'case.json'), 'utf8')))
  const paths = readdirSync(own).filter((file) => file !== 'case.json')
  const found = auditTopic(auditKb, {
    topic: 'edge-with-nat',
    files: readConfigFiles(paths.map((path) => join(own, path))),
    addresses: auditAddresses,
    behind: Object.entries(behind).map(([key, networks]) => ({name: key, networks})),
    machine: machine ?? null,
  })
  return {expected, beyond, found}
}

describe('src/app/audit/audit-topic.ts', () => {
  it.each(readdirSync(folder))('judges %s', (name) => {
    const {expected, beyond, found} = audit(name)
    const verdicts = Object.fromEntries(found.rules.map(({rule, verdict}) => [rule.ruleIds.join(), verdict]))
    expect(verdicts).toEqual(expected)
    if (beyond !== undefined) expect(found.beyond.map(({line}) => line.text)).toHaveLength(beyond)
    // Whatever isn't open for certain names what decides, or why it can't be told.
    for (const {verdict, lines, reasons} of found.rules)
      expect(verdict === 'unknown' ? reasons.length : lines.length).toBeGreaterThan(0)
  })
})
