/** A page under watch: every console message, error and failed request is a finding. */
import type {BrowserContextOptions, Page} from 'playwright-core'
import {beforeAll, onTestFinished} from 'vitest'
import {dropShared, forgetLoaded, newProfile, releaseShared, takeShared} from './shared-page.ts'

export interface Visit {
  page: Page
  /** What a reader's console and network would show; expected to stay empty. */
  noise: string[]
}

export interface VisitOptions extends BrowserContextOptions {
  /** Whether the site may save itself to be read offline; most tests are of a reader who asked to save data. */
  keepsCopy?: boolean
  /** Whether nothing may have been loaded before, and scripts may be put into each page. */
  fresh?: boolean
}

/** `open` gives a page that holds nothing of an earlier test, until the test ends. */
export function useBrowser(): {open: (options?: VisitOptions) => Promise<Visit>} {
  beforeAll(forgetLoaded)
  return {
    open: async (options = {}) => {
      const page = (await sharedPage(options)) ?? (await ownPage(options))
      return {page, noise: noiseOf(page)}
    },
  }
}

/** The page that tests share, where nothing is asked for that it can't give, and the test has not got it yet. */
async function sharedPage(options: VisitOptions): Promise<Page | undefined> {
  const {viewport, colorScheme, reducedMotion, forcedColors, ...others} = options
  if (Object.keys(others).length > 0) return undefined
  const page = await takeShared({viewport, colorScheme, reducedMotion, forcedColors})
  if (page !== undefined)
    onTestFinished(({task}) => (task.result?.state === 'fail' ? dropShared() : releaseShared()))
  return page
}

async function ownPage({keepsCopy, fresh: _, ...options}: VisitOptions): Promise<Page> {
  const context = await newProfile(options, keepsCopy)
  onTestFinished(() => context.close())
  return context.newPage()
}

function noiseOf(page: Page): string[] {
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
  return noise
}
