import {existsSync, readFileSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {flowMarkup, flowPictures, topicFlowRules} from '../../../src/compare/flow/picture.ts'
import {endpointLabel, endpointNames} from '../../../src/facts/endpoints/endpoint-label.ts'
import {formatRanges} from '../../../src/facts/ports/ports.ts'
import {flowWords} from '../../support/flow-words.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const executablePath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  existsSync,
)
const css = readFileSync(new URL('../../../src/compare/flow/flow.css', import.meta.url), 'utf8')
const kb = tinyKnowledgeBase()
const names = endpointNames(kb.endpoints)

const words = (locale: string) =>
  flowWords({
    zones: {
      internet: '網際網路',
      'edge-external': 'Edge, côté externe',
      'edge-internal': 'エッジ内部',
      internal: 'Internal',
      unstated: '–',
    },
    nameOf: (endpoint) => endpointLabel(endpoint, names, locale),
    formatPorts: (ranges) => formatRanges(ranges, locale),
  })

const page = ['en', ...kb.locales]
  .flatMap((locale) =>
    kb.topics.map((topic, at) => {
      const pictures = flowPictures(
        topicFlowRules(topic, (id) => `#${id}`),
        kb.endpoints,
        words(locale),
        `${locale}-${at}`,
      )
      return `<div class="flow-map">${pictures === null ? '' : flowMarkup(pictures)}</div>`
    }),
  )
  .join('')

/** Texts that another text covers, or that leave the picture; runs in the browser. */
const troubles = (): string[] => {
  const found: string[] = []
  for (const picture of document.querySelectorAll('svg.flow-picture')) {
    const frame = picture.getBoundingClientRect()
    const texts = [...picture.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }))
    if (frame.width === 0) continue
    texts.forEach(({text, box}, at) => {
      if (box.left < frame.left || box.right > frame.right) found.push(`${text} leaves the picture`)
      for (const other of texts.slice(at + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        if (across > 0.5 && down > 2) found.push(`${text} touches ${other.text}`)
      }
    })
  }
  return found
}

describe.skipIf(executablePath === undefined)(
  `src/compare/flow in a browser${executablePath === undefined ? ' (skipped: no Chromium here)' : ''}`,
  () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await chromium.launch({executablePath: executablePath ?? '', args: ['--no-sandbox']})
    }, 900_000)
    afterAll(() => browser.close())

    it.each([1280, 360])('shows every label apart from the others at a width of %i', async (width) => {
      const tab = await browser.newPage({viewport: {width, height: 800}})
      await tab.setContent(
        `<!doctype html><meta name="viewport" content="width=device-width"><style>${css}</style>${page}`,
      )
      const shown = await tab.evaluate(() =>
        [...document.querySelectorAll('.flow-map > *')]
          .filter((each) => each.getBoundingClientRect().width > 0)
          .map((each) => each.classList.contains('flow-wide')),
      )
      expect(shown).toEqual(Array.from({length: 8}, () => width > 1000))
      expect(await tab.evaluate(troubles)).toEqual([])
      expect(await tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      await tab.close()
    })
  },
)
