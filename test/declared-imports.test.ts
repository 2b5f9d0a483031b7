import {readFileSync} from 'node:fs'
import {isBuiltin} from 'node:module'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import {z} from 'zod'

const {dependencies, devDependencies} = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))

const importRE =
  /^(?:import|export)\s(?:[^'"\n;]|\n(?!import|export))*?from\s*'([^'.][^']*)'|^import\s*'([^'.][^']*)'/gm

/** `@scope/name/sub` → `@scope/name` */
const packageOf = (name: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name

const importedBy = (patterns: string[]): Map<string, string> =>
  new Map(
    globSync(patterns)
      .toSorted()
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(importRE)].map(
          ([, named = '', bare = '']): [string, string] => [packageOf(named || bare), file],
        ),
      )
      .filter(([name]) => !isBuiltin(name) && !/^(?:virtual|astro):/.test(name)),
  )

describe('packages that the code imports', () => {
  it('are dependencies of what is installed, not only of a dependency', () => {
    const imported = importedBy(['src/**/*.{ts,astro}', 'scripts/{portolan.ts,commands/**,terminal/**}'])
    expect(imported.size).toBeGreaterThan(30)
    // Types of syntax trees are needed by a compiler alone.
    const declared = new Set([...Object.keys(dependencies), 'hast', 'mdast', 'sarif'])
    expect([...imported].filter(([name]) => !declared.has(name))).toEqual([])
  })

  it('are declared for tests and scripts, too', () => {
    const declared = new Set([
      ...Object.keys(dependencies),
      ...Object.keys(devDependencies),
      'hast',
      'portolan',
      'mdast',
      'sarif',
    ])
    const imported = importedBy(['test/**/*.ts', 'scripts/**/*.{ts,mjs}'])
    expect([...imported].filter(([name]) => !declared.has(name))).toEqual([])
  })
})
