import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checks} from '../../../src/reconcile/checks/index.ts'
import {checkWords} from '../../../src/site/corrections/check-texts.ts'
import {fillText} from '../../../src/site/shared/fill-text.ts'
import {
  counter,
  type TextKey,
  textLangOf,
  textsByLocale,
  translator,
} from '../../../src/site/shared/interface-texts.ts'

const english = Object.keys(textsByLocale['en'] ?? {})
const shipped = Object.keys(textsByLocale).filter((locale) => locale !== 'en')
/** `rules.` of `rules.few`: texts that are counted are asked for by their stem. */
const stem = (key: string) => {
  const name = key.replace(/\.(?:one|other)$/, '')
  return english.includes(`${name}.one`) && english.includes(`${name}.other`) ? name : key
}

const code = ['src/site', 'src/search']
  .flatMap((folder) =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((path) => /\.(?:ts|astro)$/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8')),
  )
  .join('\n')
/** Beginnings of keys whose end is worked out: `column.` of `column.${kind}`. */
const beginnings = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, beginning]) => beginning ?? '')
const isUsed = (key: string) =>
  code.includes(`'${stem(key)}'`) || beginnings.some((beginning) => key.startsWith(beginning))

describe('src/site/shared/interface-texts.ts', () => {
  test('four languages and more are shipped', () => {
    expect(shipped).toEqual(expect.arrayContaining(['fr-FR', 'ja-JP', 'zh-TW']))
  })

  test('no text is unused', () => {
    expect(english.filter((key) => !isUsed(key))).toEqual([])
  })

  test('every check has a title in English', () => {
    expect(Object.keys(checkWords('en')).toSorted()).toEqual(checks.map(({id}) => id).toSorted())
  })

  test('a language without texts of its own shows English and says that it is English', () => {
    const t = translator('nl-NL')
    const key: TextKey = 'nav.ports'
    expect(t(key)).toBe(textsByLocale['en']?.[key])
    expect(t.lang(key)).toBe('en')
    expect(translator('ja-JP').lang(key)).toBe('ja-JP')
  })

  test('a language without texts of its own is served by those of its language and script', () => {
    expect(translator('fr-CA')('nav.home')).toBe(textsByLocale['fr-FR']?.['nav.home'])
    expect(translator('zh-HK')('nav.home')).toBe(textsByLocale['zh-TW']?.['nav.home'])
    expect(textLangOf('fr')).toBeUndefined()
    expect(checkWords('fr-CA')).toBe(checkWords('fr-FR'))
  })

  test('English texts are counted as English is, in a page of any language', () => {
    expect(textLangOf('nl-NL')).toBe('en')
    // Vietnamese and Thai have one form for all numbers.
    expect(counter('vi-VN')('topics', 1)).toBe(counter('en')('topics', 1))
    expect(counter('vi-VN')('topics', 1200)).toBe(counter('en')('topics', 1200))
  })

  test('counted texts follow the plural rules and the number style of the language', () => {
    expect(counter('en')('rules', 1)).toBe('1 rule')
    expect(counter('en')('rules', 1200)).toBe('1,200 rules')
    expect(counter('fr-FR')('rules', 0)).toBe('0 règle')
    expect(counter('fr-FR')('rules', 2)).toBe('2 règles')
    expect(counter('ja-JP')('rules', 1)).toBe(counter('ja-JP')('rules', 2).replace('2', '1'))
  })

  test('an unknown place stays as it is', () => {
    expect(fillText('{a} and {b}', {a: 1})).toBe('1 and {b}')
  })
})
