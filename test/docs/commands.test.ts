/** What the documentation says to type is there: commands with their options, npm scripts, and files that it leads to. */
import {existsSync, globSync, readdirSync, readFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import {Command} from 'commander'
import {beforeAll, describe, expect, it} from 'vitest'
import {z} from 'zod'

const pages = globSync([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/**/*.md',
  'content/guide/*/*.mdx',
  '.github/**/*.{md,yml}',
  'action.yml',
  'bench/README.md',
]).toSorted()

const scriptsSchema = z.object({scripts: z.record(z.string(), z.string())})
const {scripts} = scriptsSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))

/** The text of a page with what is no prose: whole lines of code, and code in a line. */
const codeOf = (text: string): string[] => [
  ...[...text.matchAll(/^```\w*\n([\s\S]*?)\n```/gm)].flatMap(([, block = '']) => block.split('\n')),
  ...[...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code),
]

/** An import of the package is no call. */
const callRE = /(?<!\bimport )\bportolan (?:-- )?([a-z][a-z-]*)([^\n|;&#]*)/g
const optionRE = /(?<![\w-])--([a-z][a-z-]*)/g

/** Commands with their options, of a text, in the order of the text. */
const callsIn = (text: string): {name: string; options: string[]}[] =>
  codeOf(text).flatMap((code) =>
    [...code.matchAll(callRE)].map(([, name = '', rest = '']) => ({
      name,
      options: [...rest.matchAll(optionRE)].map(([option]) => option),
    })),
  )

describe('what the documentation says to type', () => {
  const program = new Command('portolan')
  beforeAll(async () => {
    for (const file of readdirSync('scripts/commands')) {
      const {register}: {register: (program: Command) => void} = await import(
        `../../scripts/commands/${basename(file, '.ts')}.ts`
      )
      register(program)
    }
  })

  it('is found on the pages at all', () => {
    const sample = '`npx portolan fix a --dry-run --no-such` and portolan in prose --else'
    expect(callsIn(sample)).toEqual([{name: 'fix', options: ['--dry-run', '--no-such']}])
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.flatMap((page) => callsIn(readFileSync(page, 'utf8'))).length).toBeGreaterThan(40)
  })

  it.each(pages)('%s: commands and options are there', (page) => {
    const unknown = callsIn(readFileSync(page, 'utf8')).flatMap(({name, options}) => {
      if (name === 'help') return []
      const command = program.commands.find((each) => each.name() === name)
      if (command === undefined) return [name]
      const known = command.options.map(({long}) => long)
      return options.filter((option) => option !== '--help' && !known.includes(option))
    })
    expect(unknown).toEqual([])
  })

  it.each(pages)('%s: npm scripts are there', (page) => {
    const named = codeOf(readFileSync(page, 'utf8')).flatMap((code) =>
      [...code.matchAll(/\bnpm run (?:-s )?([a-z-]+)/g)].map(([, name = '']) => name),
    )
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })

  it.each(pages.filter((page) => !page.startsWith('content/')))('%s: links lead to files', (page) => {
    const targets = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
    expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([])
  })
})
