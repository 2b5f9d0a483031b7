/** Every number of rules, findings, corrected and open texts in the built site is the one that the model defines. */
import {globSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'csv-parse/sync'
import {describe, expect, inject, test} from 'vitest'
import {summarize} from '../../src/app/ingest/summary.ts'
import {countTexts} from '../../src/model/counts/counts.ts'
import type {Topic} from '../../src/model/schema.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {sampleDataset, sampleTopics} from '../support/sample.ts'

const read = (path: string): string => readFileSync(join(inject('siteFolder'), path), 'utf8')
const page = (path: string): string => read(`${path}index.html`)
const locales = () => ['en', ...sampleDataset().locales]
/** Whose texts a page counts: an English page those of all languages. */
const counted = (locale: string) => (locale === 'en' ? sampleDataset().locales : [locale])
const rules = (topics: readonly Topic[]): number => topics.flatMap(rulesOf).length

/** Every number that the text of a key is said with in some HTML: `corrected` finds 6 in `6 texts corrected`. */
function numbersOf(key: string, locale: string, html: string): number[] {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(new URL(`../../src/languages/${locale}/interface.json`, import.meta.url), 'utf8'),
  )
  const forms = Object.entries(texts).flatMap(([name, text]) =>
    name.startsWith(`${key}.`) && /^[a-z]+$/.test(name.slice(key.length + 1)) ? [text] : [],
  )
  const pattern = forms
    .map((form) => form.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace('{count}', '([\\d.,\\s]*\\d)'))
    .toSorted((a, b) => b.length - a.length)
    .map((form) => `(?<![\\p{Script=Latin}\\p{N}])${form}(?!\\p{Script=Latin})`)
    .join('|')
  return [...html.matchAll(new RegExp(pattern, 'gu'))].map((match) =>
    Number(
      match
        .slice(1)
        .find((number) => number !== undefined)
        ?.replace(/\D/g, ''),
    ),
  )
}

/** Numbers of the cells of the row whose head leads to, or says, `name`. */
function rowOf(html: string, name: string): number[] {
  const rows = html.matchAll(/<tr\b.*?<\/tr>/gs)
  const row =
    [...rows].map(([each]) => each).find((each) => each.includes('<th') && each.includes(name)) ?? ''
  return [...row.matchAll(/<td[^>]*>([\d.,\s]+)/g)].map(([, number = '']) =>
    Number(number.replace(/\D/g, '')),
  )
}

describe('src/site: one count', () => {
  test('home and the list of topics', () => {
    const topics = sampleTopics()
    for (const locale of locales()) {
      const home = page(`${locale}/`)
      const {corrected} = countTexts(topics, counted(locale))
      expect(home).toContain(`<dd>${rules(topics)}</dd>`)
      expect(home).toContain(`<dd><a href="corrections/">${corrected}</a></dd>`)
      expect(numbersOf('findings', locale, home)).toEqual([sampleDataset().findings.length])
      for (const html of [home, page(`${locale}/topics/`)])
        for (const topic of topics) {
          const card = html.split('<li>').find((each) => each.includes(`${topic.id}/">`)) ?? ''
          const own = countTexts([topic], [locale]).corrected
          expect(numbersOf('rules', locale, card)).toEqual([rules([topic])])
          expect([locale, topic.id, ...numbersOf('corrected', locale, card)]).toEqual(
            own === 0 ? [locale, topic.id] : [locale, topic.id, own],
          )
        }
    }
  })

  test('pages of topics, their feeds and their files', () => {
    for (const topic of sampleTopics()) {
      for (const locale of locales()) {
        const sum = /<p class="sum">.*?<\/p>/s.exec(page(`${locale}/topics/${topic.id}/`))?.[0] ?? ''
        const {corrected, open} = locale === 'en' ? {corrected: 0, open: 0} : countTexts([topic], [locale])
        expect(numbersOf('rules', locale, sum)).toEqual([rules([topic])])
        expect(numbersOf('corrected', locale, sum)).toEqual(corrected === 0 ? [] : [corrected])
        expect(numbersOf('open', locale, sum)).toEqual(open === 0 ? [] : [open])
        const feed: {items: {url: string; content_html: string}[]} = JSON.parse(
          read(`${locale}/changes.json`),
        )
        for (const {url, content_html} of feed.items)
          if (url.endsWith(`/topics/${topic.id}/`))
            expect(numbersOf('rules', locale, content_html)[0]).toBe(rules([topic]))
      }
      expect(parse(read(`data/topics/${topic.id}.csv`), {bom: true}).length - 1).toBe(rules([topic]))
    }
  })

  test('corrections, quality and checks', () => {
    const topics = sampleTopics()
    const {findings} = sampleDataset()
    for (const locale of locales()) {
      const corrections = page(`${locale}/corrections/`)
      const all = countTexts(topics, counted(locale))
      const description = /<meta name="description" content="([^"]*)"/.exec(corrections)?.[1] ?? ''
      expect(numbersOf('corrected', locale, description)).toEqual([all.corrected])
      for (const topic of topics) {
        const {corrected, open} = countTexts([topic], counted(locale))
        if (corrected + open > 0) expect(rowOf(corrections, `#${topic.id}"`)).toEqual([corrected, open])
      }
      const quality = page(`${locale}/quality/`)
      for (const each of sampleDataset().locales) {
        const {texts, corrected, open} = countTexts(topics, [each])
        if (corrected + open > 0) expect(rowOf(corrections, `lang="${each}"`)).toEqual([corrected, open])
        const numbers = rowOf(quality, `lang="${each}"`)
        expect([numbers[0], numbers.at(-1)]).toEqual([texts, open])
        expect(numbers).toContain(corrected)
        // Each text has one origin.
        expect(numbers.slice(1, -1).reduce((sum, number) => sum + number, 0)).toBe(texts)
      }
      for (const check of new Set(findings.map((finding) => finding.check))) {
        const own = findings.filter(
          (finding) => finding.check === check && (locale === 'en' || finding.locale === locale),
        ).length
        const card = page(`${locale}/checks/`)
          .split('<li>')
          .find((each) => new RegExp(`["/]${check}/">`).test(each))
        expect([locale, check, ...numbersOf('findings', locale, card ?? '')]).toEqual([locale, check, own])
        const sum = /<p class="sum">.*?<\/p>/s.exec(page(`${locale}/checks/${check}/`))?.[0] ?? ''
        expect(numbersOf('findings', locale, sum)).toEqual([own])
      }
    }
  })

  test('pages of ports, data files and what a command says', () => {
    const kb = sampleDataset()
    const every = sampleTopics().flatMap(rulesOf)
    for (const path of globSync('en/ports/*/index.html', {cwd: inject('siteFolder')})) {
      const [low = 0, high = low] = path.split('/')[2]?.split('-').map(Number) ?? []
      const meeting = every.filter(({rule: {facts}}) =>
        [...facts.ports, ...facts.sourcePorts].some(([from, to]) => from <= high && to >= low),
      )
      const sum = /<p class="sum">.*?<\/p>/s.exec(read(path))?.[0] ?? ''
      expect([path, ...numbersOf('rules', 'en', sum)]).toEqual([path, meeting.length])
    }
    expect(parse(read('data/rules.csv'), {bom: true}).length - 1).toBe(rules(kb.topics))
    const sarif: {runs: {results: unknown[]}[]} = JSON.parse(read('data/findings.sarif'))
    expect(sarif.runs.flatMap(({results}) => results).length).toBe(kb.findings.length)
    const summary = summarize(kb)
    expect(summary.rules).toBe(rules(kb.topics))
    expect(Object.values(summary.findings).reduce((sum, count) => sum + count, 0)).toBe(kb.findings.length)
  })
})
