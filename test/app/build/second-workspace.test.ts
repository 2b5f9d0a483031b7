/** A workspace that has nothing in common with the sample: product, languages, layout of folders, texts, and a place below a path. */
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, normalize} from 'node:path'
import {globSync} from 'tinyglobby'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {portolan} from '../../support/portolan.ts'
import {siteText} from '../../support/site-text.ts'

const BASE = '/ferry/ports/'
const root = mkdtempSync(join(tmpdir(), 'second-workspace-'))
const dist = join(root, 'dist')
const page = (path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8')
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

let printed = {status: null as number | null, stdout: '', stderr: ''}
beforeAll(() => {
  const folders = ['--data', join(root, 'data'), '--dist', dist]
  printed = portolan(['build', '--content', 'test/fixtures/second-workspace', ...folders, '--base', BASE])
})
afterAll(() => rmSync(root, {recursive: true, force: true}))

describe('a workspace of another product, in other languages, below a path', () => {
  it('is built without a word of complaint, in the languages of its documents and of its configuration', () => {
    expect(printed).toMatchObject({status: 0, stderr: ''})
    const locales = globSync('*/topics/index.html', {cwd: dist}).map((path) => path.split('/')[0])
    expect(locales.toSorted()).toEqual(['de-AT', 'en', 'it', 'nl-NL', 'pt-PT'])
  })

  it.each([
    ['de-AT', 'de-DE'],
    ['it', 'it-IT'],
    ['pt-PT', 'pt-BR'],
  ])('speaks %s by the texts of %s', (locale, tag) => {
    const home = page(locale)
    expect(home).toContain(`<html lang="${locale}" dir="ltr"`)
    expect(textOf(home)).toContain(siteText(tag, 'home.title'))
    expect(textOf(home)).toContain(siteText(tag, 'home.corrected'))
    expect(textOf(home)).not.toContain(siteText('en', 'home.corrected'))
  })

  it('takes the texts of the workspace before those that ship, and English for what nobody says', () => {
    expect(textOf(page('de-AT/quality'))).toContain('Güte der Texte')
    const dutch = textOf(page('nl-NL'))
    expect(dutch).toContain('Onderwerpen')
    expect(dutch).toContain('2 regels')
    expect(dutch).toContain(siteText('en', 'home.title'))
  })

  it('stands under its own name, and leads to where its documents are kept and edited', () => {
    const home = page('de-AT')
    expect(home).toMatch(/<title>[^<]*Quay and Coast/)
    expect(textOf(home)).toContain('Herausgegeben vom Hafenamt.')
    expect(textOf(page('it'))).toContain('Published by the harbour office.')
    expect(home).toContain('href="https://git.example.org/quay/manual/"')
    expect(textOf(home)).toContain('git.example.org/quay/manual ')
    const [topic = ''] = globSync('de-AT/topics/*island*/index.html', {cwd: dist, absolute: true})
    expect(readFileSync(topic, 'utf8')).toContain('data-edit="https://git.example.org/quay/manual/edit/main/')
  })

  it('shows the correction of the German range, and the English where there is no translation', () => {
    const [german = ''] = globSync('de-AT/topics/*island*/index.html', {cwd: dist, absolute: true})
    const [dutch = ''] = globSync('nl-NL/topics/*island*/index.html', {cwd: dist, absolute: true})
    expect(textOf(readFileSync(german, 'utf8'))).toMatch(/6300-6349 .*Standortmeldungen/)
    expect(textOf(readFileSync(dutch, 'utf8'))).toContain('Position reports.')
  })

  it('has no link that leads nowhere, or out of its path', () => {
    const broken: string[] = []
    for (const path of globSync('**/*.html', {cwd: dist}))
      for (const [, target = ''] of readFileSync(join(dist, path), 'utf8').matchAll(
        / (?:href|src)="([^"#?]+)/g,
      )) {
        if (/^(?:[a-z]+:|data:)/.test(target)) continue
        const inside = target.startsWith('/') ? target.slice(BASE.length) : join(dirname(path), target)
        const file = join(dist, normalize(inside))
        const isThere = existsSync(file.endsWith('/') ? join(file, 'index.html') : file)
        if (!isThere || (target.startsWith('/') && !target.startsWith(BASE)))
          broken.push(`${path}: ${target}`)
      }
    expect(broken.slice(0, 10)).toEqual([])
  })

  it('names its address where whole addresses are asked for', () => {
    expect(page('it')).toContain('<link rel="canonical" href="https://docs.example.org/ferry/ports/it/"')
  })
})
