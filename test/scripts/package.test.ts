/** What the package says of itself in several files. */
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'

describe('the runtime that the command asks for', () => {
  it('is that of package.json', () => {
    const {engines, version} = JSON.parse(readFileSync('package.json', 'utf8'))
    const [, ...oldest] = /OLDEST = \[(\d+), (\d+)\]/.exec(readFileSync('bin/portolan.cjs', 'utf8')) ?? []
    expect(engines.node).toBe(`>=${oldest.join('.')}`)
    for (const file of ['action.yml', '.pre-commit-hooks.yaml'])
      expect(readFileSync(file, 'utf8')).toContain(version)
  })
})
