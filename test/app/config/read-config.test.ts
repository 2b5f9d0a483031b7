import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeEach, describe, expect, it} from 'vitest'
import {foldersOf, placeByConfig} from '../../../src/app/config/apply-config.ts'
import {readConfig} from '../../../src/app/config/read-config-fs.ts'
import {listSources} from '../../../src/ingest/sources-fs.ts'

let folder = mkdtempSync(join(tmpdir(), 'config-'))
const remove = (): void => rmSync(folder, {recursive: true, force: true})
beforeEach(() => {
  remove()
  folder = mkdtempSync(join(tmpdir(), 'config-'))
})
afterAll(remove)

const write = (name: string, text: string): string => {
  const path = join(folder, name)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
  return path
}

describe('src/app/config', () => {
  it('has nothing to say in a workspace without a configuration', async () => {
    expect(await readConfig(folder)).toBeNull()
  })

  it.each([
    ['portolan.config.json', '{"address": "https://example.org/", "sources": [{"folder": "../a"}]}'],
    ['portolan.config.yaml', 'address: https://example.org/\nsources:\n  - folder: ../a\n'],
    [
      'portolan.config.ts',
      'export default {address: "https://example.org/", sources: [{folder: "../a"}]} as const\n',
    ],
  ])('reads %s', async (name, text) => {
    write(name, text)
    const config = await readConfig(folder)
    expect(config).toMatchObject({address: 'https://example.org/', path: join(folder, name)})
    expect(foldersOf(config, folder)).toEqual([join(folder, '../a')])
  })

  it.each([
    ['{"sorces": []}', 'Unrecognized key: "sorces"'],
    ['{"sources": [{"folder": "a", "pattern": "x.md"}]}', 'expected {locale} or {topic}'],
    ['{"sources": [{"folder": "a", "pattern": "{lang}/x.md"}]}', 'expected {locale} or {topic}'],
    ['{"sources": [{"folder": "a", "locale": "French"}]}', 'expected a language tag'],
    ['{"sourceLocale": "ja"}', 'expected English'],
    ['{"address": "example"}', 'address'],
    ['{"address": "ftp://example.org/"}', 'expected an address that starts with https://'],
    ['{"title": ""}', 'title'],
    ['{"colors": {"light": "red", "dark": "#ffffff"}}', 'expected a colour of six hexadecimal digits'],
    [
      '{"colors": {"light": "#cccccc", "dark": "#ffffff"}}',
      'expected a contrast of at least 4.5 with the light page',
    ],
    [
      '{"footer": {"links": [{"text": "x", "href": "javascript:alert(1)"}]}}',
      'expected an address that starts with',
    ],
    [
      '{"repository": {"url": "https://x.example", "edit": "https://x.example/edit"}}',
      'expected {path} once',
    ],
    ['{"topics": ["Not A Slug"]}', 'expected the address part of a topic'],
    ['{"logo": "logo.gif"}', 'expected a file that ends in'],
    ['{', 'could not be read'],
  ])('refuses %s', async (text, message) => {
    write('portolan.config.json', text)
    await expect(readConfig(folder)).rejects.toThrow(message)
  })

  it.each([
    ['portolan.config.yaml', 'title: !!js/function "function () {}"\n', 'Unresolved tag'],
    ['portolan.config.yaml', 'title: [a\n', 'could not be read'],
    ['portolan.config.mjs', 'export const title = "x"\n', 'expected “export default”, found none'],
    ['portolan.config.mjs', 'throw new Error("not today")\n', 'not today'],
  ])('refuses %s with %j', async (name, text, message) => {
    write(name, text)
    await expect(readConfig(folder)).rejects.toThrow(message)
  })

  it('reads what an editor of Windows wrote', async () => {
    write('portolan.config.json', '\uFEFF{\r\n  "title": "Quay"\r\n}\r\n')
    expect(await readConfig(folder)).toMatchObject({title: 'Quay'})
  })

  it('says of a colour that is none nothing of its contrast', async () => {
    write('portolan.config.json', '{"colors": {"light": "red", "dark": "#ffffff"}}')
    await expect(readConfig(folder)).rejects.not.toThrow('contrast')
  })

  it('refuses two configurations', async () => {
    write('portolan.config.json', '{}')
    write('portolan.config.yaml', '{}')
    await expect(readConfig(folder)).rejects.toThrow('expected one configuration')
  })

  it('places documents by the pattern of their folder, and others as ever', async () => {
    write('book/gate/text_fr.md', 'x')
    write('book/gate/text_en.md', 'x')
    write('book/de-DE/else.md', 'x')
    write('pages/about.md', 'x')
    write(
      'workspace/portolan.config.json',
      '{"sources": [{"folder": "../book", "pattern": "{topic}/text_{locale}.md"}, {"folder": "../pages", "locale": "en-GB"}]}',
    )
    const content = join(folder, 'workspace')
    const config = await readConfig(content)
    const files = placeByConfig(listSources(foldersOf(config, content) ?? []), config, content)
    expect(files.map(({path, placement}) => [path, placement?.locale, placement?.stem])).toEqual([
      ['book/de-DE/else.md', 'de-DE', 'book/else'],
      ['book/gate/text_en.md', 'en', 'gate'],
      ['book/gate/text_fr.md', 'fr', 'gate'],
      ['pages/about.md', 'en-GB', 'pages/about'],
    ])
  })
})
