import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {join, relative} from 'node:path'
import {describe, expect, it} from 'vitest'
import {inputsOf, siteInputsOf} from '../../src/app/ingest/workspace.ts'
import {checkApart, checkPlace, realPath} from '../../src/disk/output-place-fs.ts'
import {makeOldOutput} from '../support/old-output.ts'
import {temporaryFolder} from '../support/portolan.ts'

/** A repository with a workspace and documents in it. */
const makeRepository = () => {
  const folder = realPath(temporaryFolder())
  for (const path of ['.git', 'content/decisions', 'content/sources/fr-FR', 'docs/ja-JP'])
    mkdirSync(join(folder, path), {recursive: true})
  writeFileSync(join(folder, 'docs/ja-JP/page.md'), '# Ports')
  const options = {
    content: join(folder, 'content'),
    sources: [join(folder, 'content/sources'), join(folder, 'docs/ja-JP/page.md')],
    data: 'data',
    dist: 'dist',
  }
  const placed = (path: string, inputs = inputsOf(options)) => {
    try {
      checkPlace({folder: path, option: '--data'}, inputs)
      return 'taken'
    } catch (error) {
      return error instanceof Error ? error.message.slice(path.length + 1).replaceAll(folder, '') : error
    }
  }
  return {folder, options, placed}
}

describe('src/disk/output-place-fs.ts', () => {
  it('takes a folder that is not there, one beside the sources, and one in the workspace', () => {
    const {folder, placed} = makeRepository()
    for (const path of ['data', 'a/b/c', 'content/data', 'docs/data', 'contents', 'data/'])
      expect([path, placed(join(folder, path))]).toEqual([path, 'taken'])
  })

  it('refuses what is, contains or lies above the workspace, a source, the working folder, or a repository', () => {
    const {folder, placed} = makeRepository()
    expect(
      ['content', 'content/', 'content/sources', 'content/sources/../sources', 'docs', 'docs/ja-JP'].map(
        (path) => placed(`${folder}/${path}`),
      ),
    ).toEqual([
      'is the workspace, and would be replaced as a whole',
      'is the workspace, and would be replaced as a whole',
      'is the source, and would be replaced as a whole',
      'is the source, and would be replaced as a whole',
      'contains the source /docs/ja-JP/page.md, and would be replaced as a whole',
      'contains the source /docs/ja-JP/page.md, and would be replaced as a whole',
    ])
    expect(placed(folder)).toBe('holds a Git repository (.git), and would be replaced as a whole')
    expect(placed(join(folder, '.git'))).toBe('lies inside of a Git folder')
    expect(placed(join(folder, '.git/data'))).toBe('lies inside of a Git folder')
    for (const path of ['/', '..', '../..', homedir()]) expect(placed(path)).toMatch(/^(?:is|contains) the /)
    expect(placed('.')).toMatch(/^(?:is the working folder|holds a Git repository)/)
    expect(placed(relative('.', join(folder, 'content')))).toMatch(/^is the workspace/)
  })

  it('refuses a folder of words, which would be read with them', () => {
    const {folder, placed} = makeRepository()
    expect(placed(join(folder, 'content/decisions/data'))).toMatch(/^lies inside of the folder /)
    expect(placed(join(folder, 'content/decisions'))).toMatch(/^is the folder/)
  })

  it('refuses a site inside of a source, since its pages would be read as documents', () => {
    const {folder, options, placed} = makeRepository()
    const inside = join(folder, 'content/sources/site')
    expect([placed(inside), placed(inside, siteInputsOf(options))]).toEqual([
      'taken',
      expect.stringMatching(/^lies inside of the source /),
    ])
  })

  it('sees through links, dangling ones too', () => {
    const {folder, placed} = makeRepository()
    symlinkSync('content', join(folder, 'to-content'))
    symlinkSync('content/sources', join(folder, 'to-sources'))
    symlinkSync('content/decisions/new', join(folder, 'to-nothing'))
    symlinkSync(folder, join(folder, 'docs/up'))
    expect(placed(join(folder, 'to-content'))).toMatch(/^is the workspace/)
    expect(placed(join(folder, 'to-sources/fr-FR/..'))).toMatch(/^is the source/)
    expect(placed(join(folder, 'to-nothing'))).toMatch(/^lies inside of the folder/)
    expect(placed(join(folder, 'docs/up'))).toMatch(/^holds a Git repository/)
    expect(placed(join(folder, 'docs/up/content/sources'))).toMatch(/^is the source/)
  })

  it('refuses a folder in an output folder of another run, which will be replaced', () => {
    const {folder, placed} = makeRepository()
    makeOldOutput(join(folder, 'dist'))
    expect(placed(join(folder, 'dist/data'))).toBe(
      'lies inside of /dist, which an earlier run wrote and a later one replaces',
    )
  })

  it('refuses two outputs in one folder, by whatever names', () => {
    const folder = realPath(temporaryFolder())
    mkdirSync(join(folder, 'there'))
    symlinkSync('there', join(folder, 'link'))
    const apart = (data: string, dist: string) => () =>
      checkApart(
        {folder: join(folder, data), option: '--data'},
        {folder: join(folder, dist), option: '--dist'},
      )
    expect(apart('data', 'dist')).not.toThrow()
    expect(apart('out', 'out2')).not.toThrow()
    expect(apart('out', 'out/')).toThrow(/ are the same folder$/)
    expect(apart('Out', 'out')).toThrow(/ are the same folder$/)
    expect(apart('link', 'there')).toThrow(/ are the same folder$/)
    expect(apart('dist/data', 'dist')).toThrow(/ lie inside of one another$/)
    expect(apart('link', 'there/dist')).toThrow(/ lie inside of one another$/)
  })
})
