import {readFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {globSync} from 'tinyglobby'
import {describe, expect, it} from 'vitest'
import {knownLocales, localeData} from '../../src/languages/languages.ts'
import {localeDataSchema} from '../../src/languages/words-schema.ts'
import {columnKindSchema} from '../../src/model/schema.ts'
import {foldToken} from '../../src/text/normalize.ts'

const folder = new URL('../../src/languages/', import.meta.url)
const tags = globSync('*/words.json', {cwd: folder.pathname}).map((path) => dirname(path))
const files = ['base.json', ...tags.map((tag) => `${tag}/words.json`)]

describe('src/languages/languages.ts', () => {
  it.each(files)('%s has the shape of a locale file and no unknown keys', (name) => {
    const data: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
    const headers = columnKindSchema.options.concat()
    const schema = localeDataSchema.strict()
    expect(schema.parse(data)).toEqual(data)
    const known = new Set<string>([...headers, 'role', 'transport'])
    expect(Object.keys(localeDataSchema.parse(data).headers).filter((key) => !known.has(key))).toEqual([])
  })

  it('knows every locale that has a file', () => {
    expect(knownLocales).toEqual(tags.toSorted())
  })

  it.each([
    ['fr-CA', 'français'],
    ['ja', '日本語'],
    ['JA', '日本語'],
    ['zh-HK', '繁體中文'],
    ['zh-Hant-TW', '繁體中文'],
    ['de-AT', 'Deutsch'],
  ])('serves %s by the file of its language and script', (tag, name) => {
    expect(localeData(tag).name).toBe(name)
    expect(localeData(tag).locale).toBe(tag)
  })

  it.each(['xx-YY', '', '-', 'not a tag'])('serves “%s” by the base alone', (tag) => {
    expect(localeData(tag).headers['port']).toContain('Port')
    expect(localeData(tag).name).toBe('')
  })

  it('serves a bare language by the file of the script that it is mostly written in', () => {
    expect(localeData('zh').name).toBe(localeData('zh-Hans').name)
    expect(localeData('zh').name).not.toBe(localeData('zh-TW').name)
  })

  it.each([
    ['el-GR', ['Greek', 'Latin']],
    ['uk-UA', ['Cyrillic', 'Latin']],
    ['bn-BD', ['Beng', 'Latin']],
    ['ain-Jpan-JP', ['Han', 'Hiragana', 'Katakana', 'Latin']],
    ['zh', ['Han', 'Latin']],
    ['nl-NL', ['Latin']],
    ['xx-YY', ['Latin']],
    ['not a tag', ['Latin']],
  ])('knows the writing of %s without a file', (tag, scripts) => {
    expect(localeData(tag).scripts).toEqual(scripts)
  })

  it('puts the words of the locale before those of the base, and keeps both', () => {
    const {anyWords, listSeparators, conjunctions} = localeData('ja-JP')
    expect(anyWords[0]).toBe('任意')
    expect(listSeparators[0]).toBe('、')
    expect(conjunctions).toEqual(expect.arrayContaining(['および', 'or']))
  })

  it.each(knownLocales)('tells source and destination headers apart in %s', (locale) => {
    const {headers} = localeData(locale)
    const source = new Set((headers['source'] ?? []).map(foldToken))
    expect((headers['destination'] ?? []).filter((word) => source.has(foldToken(word)))).toEqual([])
  })
})
