import {existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import {workspaceFiles} from '../../../src/app/init/workspace-files.ts'
import {writeWorkspace} from '../../../src/app/init/write-workspace-fs.ts'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'
import {temporaryFolder} from '../../support/portolan.ts'

const files = workspaceFiles('1.2.3')

describe('writeWorkspace', () => {
  it('writes all files into a new folder, with words that hold', () => {
    const folder = join(temporaryFolder(), 'deep/new')
    writeWorkspace(folder, files)
    for (const {path, text} of files) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
    const {termbase, decisions, diagnostics} = readWords(join(folder, 'content'))
    expect(diagnostics).toEqual([])
    expect([...termbase.keys()]).toEqual(['fr-FR', 'ja-JP'])
    expect([...decisions.keys()]).toEqual(['fr-FR', 'ja-JP'])
  })

  it('leaves what else is there', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'notes.txt'), 'mine')
    writeWorkspace(folder, files)
    expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('mine')
  })

  it('writes nothing where one file is there already, even as a link that leads nowhere', () => {
    for (const make of [
      (path: string) => writeFileSync(path, 'mine'),
      (path: string) => symlinkSync('nowhere', path),
      (path: string) => mkdirSync(path),
    ]) {
      const folder = temporaryFolder()
      make(join(folder, 'README.md'))
      expect(() => writeWorkspace(folder, files)).toThrow('README.md already; nothing was written')
      expect(existsSync(join(folder, 'content'))).toBe(false)
    }
  })

  it('writes nothing where a file stands in the place of a folder', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'content'), 'mine')
    expect(() => writeWorkspace(folder, files)).toThrow('already; nothing was written')
    expect(existsSync(join(folder, 'README.md'))).toBe(false)
    expect(() => writeWorkspace(join(folder, 'content'), files)).toThrow('is no folder')
  })

  it('writes workflows that install the same version', () => {
    for (const name of ['site', 'check']) {
      const text = files.find(({path}) => path === `.github/workflows/${name}.yml`)?.text ?? ''
      expect(Object.keys(parse(text))).toContain('jobs')
      expect(text).toContain('portolan@1.2.3')
    }
  })
})
