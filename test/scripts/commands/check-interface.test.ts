import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {portolan} from '../../support/portolan.ts'

const root = mkdtempSync(join(tmpdir(), 'check-interface-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

const write = (path: string, text: string): string => {
  const file = join(root, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
  return file
}

describe('scripts/commands/check-interface.ts', () => {
  it('tells each problem of the workspace at its line, and ends with 1', () => {
    write('a/interface/fr-CA.json', '{\n  "interface": {\n    "rules.other": "{n} règles"\n  }\n}\n')
    const {status, stdout, stderr} = portolan(['check-interface', '--content', join(root, 'a')])
    expect(status).toBe(1)
    expect(stdout).toContain(`${join(root, 'a/interface/fr-CA.json')}:3:5 warning interface-place`)
    expect(stdout).toContain('expected {count} in rules.other, found {n}')
    expect(stderr).toBe('1 interface-place in 1 file\n')
  })

  it('ends with 0 where nothing is to mend', () => {
    const file = write('c/fr-CA.json', '{"interface": {"nav.home": "Page d’accueil"}}')
    expect(portolan(['check-interface', file])).toMatchObject({
      status: 0,
      stdout: '',
      stderr: 'nothing to mend in 1 file\n',
    })
  })

  it('refuses a workspace without texts, and one that is not there', () => {
    mkdirSync(join(root, 'bare'))
    const bare = portolan(['check-interface', '--content', join(root, 'bare')])
    expect([bare.status, bare.stderr]).toEqual([2, expect.stringContaining('no texts of the interface in')])
    const none = portolan(['check-interface', '--content', join(root, 'none')])
    expect([none.status, none.stderr]).toEqual([2, expect.stringContaining('no such folder')])
  })
})
