import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'
import {diagnosticsPage} from '../../../scripts/maintain/diagnostics-page.ts'
import {withChecks} from '../../../scripts/maintain/readme.ts'

const readme = readFileSync('README.md', 'utf8')
const packageSchema = z.object({
  scripts: z.record(z.string(), z.string()),
  dependencies: z.record(z.string(), z.string()),
})
const {scripts, dependencies} = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')))

describe('docs/diagnostics.md', () => {
  it('explains every id that the code knows (else run: npm run readme)', () => {
    expect(readFileSync('docs/diagnostics.md', 'utf8')).toBe(diagnosticsPage())
  })
})

describe('README.md', () => {
  it('holds the table of checks as the code has it (else run: npm run readme)', () => {
    expect(withChecks(readme)).toBe(readme)
  })

  it('names only npm scripts that are there', () => {
    const named = [...readme.matchAll(/npm (?:run )?(?:-s )?([a-z]+)/g)].map(([, name]) => name ?? '')
    const builtIn = new Set(['ci', 'install', 'audit', 'start', 'test'])
    expect(named.filter((name) => !builtIn.has(name) && scripts[name] === undefined)).toEqual([])
    expect(scripts['start'] && scripts['test']).toBeTruthy()
  })

  it('says of every command what it does, and of no other', () => {
    const commands = readdirSync('scripts/commands').map((file) => file.replace('.ts', ''))
    const listed = [...readme.matchAll(/^\| `portolan ([a-z-]+)/gm)].map(([, name]) => name ?? '')
    expect(listed.toSorted()).toEqual(commands.toSorted())
  })

  it('says of every library why it was taken', () => {
    expect(Object.keys(dependencies).filter((name) => !readme.includes(name))).toEqual([])
  })

  it('shows pictures and names files that are there', () => {
    const named = [...readme.matchAll(/\]\(((?:docs|bench|content)\/[^)]+)\)/g)].map(([, path]) => path ?? '')
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
})
