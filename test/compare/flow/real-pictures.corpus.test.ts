import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {runPipeline} from '../../../src/app/ingest/pipeline.ts'
import {diffTopics} from '../../../src/compare/diff.ts'
import {flowMarkup} from '../../../src/compare/flow/picture.ts'
import type {KnowledgeBase} from '../../../src/model/schema.ts'
import {rulesOf} from '../../../src/model/topic-rules.ts'
import {diffPicture, topicPicture} from '../../../src/site/flow/flow-picture.ts'
import {launchBrowser} from '../../support/browser.ts'
import {testReader} from '../../support/reader.ts'
import {describeShared, sharedDir} from '../../support/shared.ts'

const read = (path: string) => readFileSync(new URL(`../../../src/${path}`, import.meta.url), 'utf8')
const css = [
  read('site/styles/tokens.css'),
  'body{margin:1rem;background:var(--paper);font:1rem/1.5 var(--font)}',
  read('compare/flow/flow.css'),
].join('\n')

const locales = ['en', 'zh-TW', 'ja-JP', 'fr-FR']

/** All topics in all languages, and every topic compared with the next one. */
function pageOfPictures(kb: KnowledgeBase): string {
  const topics = kb.topics.filter((topic) => rulesOf(topic).length > 0)
  const maps = locales.flatMap((locale) => {
    const reader = testReader(kb, locale)
    const pictures = topics.flatMap((topic, at) => {
      const next = topics[(at + 1) % topics.length] ?? topic
      const title = topic.title.texts[locale]?.text ?? topic.id
      return [
        topicPicture(topic, title, '', kb.endpoints, reader),
        diffPicture(diffTopics(topic, next), title, kb.endpoints, reader),
      ]
    })
    return pictures.map(
      (each) => `<div class="flow-map" lang="${locale}">${each === null ? '' : flowMarkup(each)}</div>`,
    )
  })
  return `<!doctype html><meta name="viewport" content="width=device-width"><style>${css}</style>${maps.join('')}`
}

/** What a reader of the shown pictures could not read; runs in the browser. `least` is in CSS pixels. */
const troubles = (least: number) => {
  const found: string[] = []
  let shown = 0
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
      const part = Number(value) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: string, two: string) => {
    const [light = 1, dark = 0] = [luminance(one), luminance(two)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  /** The last shape drawn below the text's middle, else the page. */
  const ground = (shapes: {box: DOMRect; fill: string}[], box: DOMRect) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    const below = shapes.filter(({box: b}) => b.left <= x && x <= b.right && b.top <= y && y <= b.bottom)
    return below.at(-1)?.fill ?? getComputedStyle(document.body).backgroundColor
  }
  for (const picture of document.querySelectorAll<SVGSVGElement>('svg.flow-picture')) {
    const frame = picture.getBoundingClientRect()
    if (frame.width === 0) continue
    shown += 1
    const scale = frame.width / picture.viewBox.baseVal.width
    const shapes = [...picture.querySelectorAll('rect')]
      .map((rect) => ({box: rect.getBoundingClientRect(), fill: getComputedStyle(rect).fill}))
      .filter(({fill}) => fill !== 'none')
    const texts = [...picture.querySelectorAll('text')].map((text) => {
      const {fill, fontSize} = getComputedStyle(text)
      return {
        text: text.textContent,
        box: text.getBoundingClientRect(),
        fill,
        size: Number.parseFloat(fontSize),
      }
    })
    texts.forEach(({text, box, fill, size}, at) => {
      if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5)
        found.push(`${text} leaves the picture`)
      if (size * scale < least) found.push(`${text} is set in ${(size * scale).toFixed(1)} px`)
      const ratio = contrast(fill, ground(shapes, box))
      if (ratio < 4.5) found.push(`${text} has a contrast of ${ratio.toFixed(2)}`)
      for (const other of texts.slice(at + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        if (across > 0.5 && down > 2) found.push(`${text} touches ${other.text}`)
      }
    })
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than the window')
  return {shown, found: [...new Set(found)]}
}

describeShared('src/compare/flow on the documents beside the project', () => {
  let browser: Browser
  let html = ''
  beforeAll(async () => {
    const sources = ['bilingual', 'machine', 'human', 'bilingual-pipe'].map((form) =>
      join(sharedDir, 'technet', form),
    )
    html = pageOfPictures(runPipeline({sources, content: 'content'}))
    browser = await launchBrowser()
  }, 900_000)
  afterAll(() => browser.close())

  const open = async (width: number, colorScheme: 'light' | 'dark'): Promise<Page> => {
    const tab = await browser.newPage({viewport: {width, height: 800}, colorScheme})
    await tab.setContent(html)
    return tab
  }

  it.each([
    [1280, 'light', 10.5],
    [1280, 'dark', 10.5],
    [360, 'light', 12],
    [360, 'dark', 12],
  ] as const)(
    'every label of every topic reads well in four languages at %i px, %s',
    async (width, scheme, least) => {
      const tab = await open(width, scheme)
      const {shown, found} = await tab.evaluate(troubles, least)
      expect(found).toEqual([])
      expect(shown).toBeGreaterThanOrEqual(100)
      await tab.close()
    },
  )

  it.each([
    ['upright', 700, 940],
    ['on its side', 1032, 680],
  ])('prints in letters of at least 8 pt, no piece higher than a page (%s)', async (way, width, height) => {
    // A4 leaves about this much between its margins.
    const tab = await open(width, 'light')
    await tab.emulateMedia({media: 'print'})
    const other = way === 'upright' ? '.flow-paper' : '.flow-stack'
    await tab.addStyleTag({content: `${other}{display:none!important}`})
    expect((await tab.evaluate(troubles, (8 / 72) * 96)).found).toEqual([])
    const heights = await tab.evaluate(() =>
      [...document.querySelectorAll('.flow-picture')].map((each) => each.getBoundingClientRect().height),
    )
    expect(Math.max(...heights)).toBeGreaterThan(0)
    expect(Math.max(...heights)).toBeLessThan(height)
    expect(await tab.locator('.flow-wide').filter({visible: true}).count()).toBe(0)
    await tab.close()
  })
})
