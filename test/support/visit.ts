/** A page under watch: every console message, error and failed request is a finding. */
import type {Browser, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, beforeAll} from 'vitest'
import {launchBrowser} from './browser.ts'

export interface Visit {
  page: Page
  /** What a reader's console and network would show; expected to stay empty. */
  noise: string[]
}

/** Milliseconds for one step of a page on a machine that has much else to do. */
const PATIENCE = 180_000

export interface VisitOptions extends BrowserContextOptions {
  /** Whether the site may save itself to be read offline; most tests are of a reader who asked to save data. */
  keepsCopy?: boolean
}

/** In a page: a connection on which the reader asks for as little as can be. */
const saveData = () =>
  Object.defineProperty(navigator, 'connection', {configurable: true, value: {saveData: true}})

/** One browser for the tests of a file; `open` gives a fresh profile each time. */
export function useBrowser(): {open: (options?: VisitOptions) => Promise<Visit>} {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  return {
    open: async ({keepsCopy = false, ...options} = {}) => {
      if (browser === undefined) throw new Error('the browser starts before the tests')
      const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
      // A busy machine is slow, not wrong.
      context.setDefaultTimeout(PATIENCE)
      if (!keepsCopy) await context.addInitScript(saveData)
      const page = await context.newPage()
      const noise: string[] = []
      page.on('console', (message) => noise.push(`console ${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => noise.push(`error: ${error.message}`))
      page.on('requestfailed', (request) => {
        // A page that is left stops what it was loading.
        if (request.failure()?.errorText !== 'net::ERR_ABORTED') noise.push(`failed: ${request.url()}`)
      })
      page.on('response', (response) => {
        if (response.status() >= 400) noise.push(`status ${response.status()}: ${response.url()}`)
      })
      return {page, noise}
    },
  }
}
