import {readFileSync} from 'node:fs'
import {Command} from 'commander'
import {describe, expect, it} from 'vitest'
import {parseDocument} from 'yaml'
import {z} from 'zod'
import {register as check} from '../../scripts/commands/check.ts'
import {register as ingest} from '../../scripts/commands/ingest.ts'
import {register as merge} from '../../scripts/commands/merge.ts'
import {parseShard} from '../../src/ingest/shard.ts'

const text = readFileSync('docs/scale.md', 'utf8')
const blocks = (language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)\\n\`\`\``, 'gm'))].map(([, block = '']) => block)

const program = new Command('portolan')
for (const register of [check, ingest, merge]) register(program)

const jobSchema = z.object({
  kind: z.literal('Job'),
  spec: z.object({
    completionMode: z.literal('Indexed'),
    completions: z.int(),
    template: z.object({spec: z.object({containers: z.array(z.object({args: z.array(z.string())}))})}),
  }),
})

describe('docs/scale.md', () => {
  it('holds two YAML files that a parser takes without a word', () => {
    const documents = blocks('yaml').map((block) => parseDocument(block))
    expect(documents).toHaveLength(2)
    for (const {errors, warnings} of documents) expect([...errors, ...warnings]).toEqual([])
  })

  it('names only commands and options that are there', () => {
    const calls = [...text.matchAll(/portolan (?:-- )?(check|ingest|merge)\b([^\n`]*)/g)]
    expect(calls.length).toBeGreaterThan(6)
    for (const [, name, words = ''] of calls) {
      const known = program.commands.find((command) => command.name() === name)?.options.map(({long}) => long)
      const used = words.match(/--[a-z]+/g) ?? []
      expect([name, used.filter((option) => !known?.includes(option))]).toEqual([name, []])
    }
  })

  it('gives each pod of the job a share of its own, and no share twice', () => {
    const {spec} = jobSchema.parse(parseDocument(blocks('yaml')[1] ?? '').toJS())
    const line = spec.template.spec.containers[0]?.args[0] ?? ''
    const [, plus, count] = /--shard "\$\(\(JOB_COMPLETION_INDEX \+ (\d+)\)\)\/(\d+)"/.exec(line) ?? []
    expect(Number(count)).toBe(spec.completions)
    const shards = Array.from({length: spec.completions}, (_, index) =>
      parseShard(`${index + Number(plus)}/${count}`),
    )
    expect(shards.map((shard) => shard?.index)).toEqual(shards.map((_, index) => index + 1))
  })
})
