import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {moveContent} from '../../src/disk/work-folder-fs.ts'
import {temporaryFolder} from '../support/portolan.ts'

const write = (folder: string, path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), {recursive: true})
  writeFileSync(join(folder, path), text)
}

describe('src/disk/work-folder-fs.ts', () => {
  test('what is moved fills the folders that are there, and nothing else is touched', async () => {
    const [from, to] = [join(temporaryFolder(), 'from'), join(temporaryFolder(), 'to')]
    write(from, 'index.html', 'new')
    write(from, 'search/texts/en.json', 'texts')
    write(from, 'en/index.html', 'page')
    write(to, 'search/index.json', 'index')
    write(to, 'search/texts/fr-FR.json', 'other texts')
    await moveContent(from, to)
    expect(readdirSync(to, {recursive: true, encoding: 'utf8'}).toSorted()).toEqual([
      'en',
      'en/index.html',
      'index.html',
      'search',
      'search/index.json',
      'search/texts',
      'search/texts/en.json',
      'search/texts/fr-FR.json',
    ])
    expect(readFileSync(join(to, 'search/texts/en.json'), 'utf8')).toBe('texts')
    expect(existsSync(join(from, 'en'))).toBe(false)
  })
})
