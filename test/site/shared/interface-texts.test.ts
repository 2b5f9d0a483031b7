import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checks} from '../../../src/reconcile/checks/index.ts'
import {checkWords} from '../../../src/site/corrections/check-texts.ts'
import {fillText} from '../../../src/site/shared/fill-text.ts'
import {counter, type TextKey, textsByLocale, translator} from '../../../src/site/shared/interface-texts.ts'

const english = Object.keys(textsByLocale['en'] ?? {})
const shipped = Object.keys(textsByLocale).filter((locale) => locale !== 'en')
/** `rules` of `rules.one` and `rules.other`; `column.other` is no plural, since there is no `column.one`. */
const counted = new Set(
  english.flatMap((key) =>
    english.includes(key.replace(/\.other$/, '.one')) ? [key.replace(/\.other$/, '')] : [],
  ),
)
const stem = (key: string) =>
  [...counted].find(
    (name) => /^\.(?:zero|one|two|few|many|other)$/.test(key.slice(name.length)) && key.startsWith(name),
  ) ?? key
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()

/** Checks, and keys of texts, that somebody still has to put into the other languages; the site shows their English. */
const waiting: {checks: string[]; texts: string[]} = {checks: [], texts: []}

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

  test.each(shipped)('%s has every text, in every form that its numbers need', (locale) => {
    const own = Object.keys(textsByLocale[locale] ?? {})
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const needed = new Set(
      english.flatMap((key) => {
        if (waiting.texts.includes(key)) return []
        if (stem(key) === key) return [key]
        // French counts a million in a form of its own, and falls back to `other` for it.
        return forms.filter((form) => form !== 'many').map((form) => `${stem(key)}.${form}`)
      }),
    )
    expect(own.toSorted()).toEqual([...needed].toSorted())
  })

  test.each(shipped)('%s has the same places to fill as English', (locale) => {
    for (const key of english) {
      const text = textsByLocale[locale]?.[key]
      if (text !== undefined)
        expect([key, places(text)]).toEqual([key, places(textsByLocale['en']?.[key] ?? '')])
    }
  })

  test('no text is unused', () => {
    expect(english.filter((key) => !isUsed(key))).toEqual([])
  })

  test('every check has a title in English, and title and reasons in every other language, but for those that wait', () => {
    const ids = checks.map(({id}) => id).toSorted()
    expect(Object.keys(checkWords('en')).toSorted()).toEqual(ids)
    for (const locale of shipped) {
      const missing = ids.filter((id) => {
        const {title, why, wrongWhen} = checkWords(locale)[id] ?? {}
        return title === undefined || why === undefined || wrongWhen === undefined
      })
      expect([locale, missing]).toEqual([locale, waiting.checks.toSorted()])
      expect(Object.keys(checkWords(locale)).filter((id) => !ids.includes(id))).toEqual([])
    }
  })

  test('a language without texts of its own shows English and says that it is English', () => {
    const t = translator('de-DE')
    const key: TextKey = 'nav.ports'
    expect(t(key)).toBe(textsByLocale['en']?.[key])
    expect(t.lang(key)).toBe('en')
    expect(translator('ja-JP').lang(key)).toBe('ja-JP')
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
