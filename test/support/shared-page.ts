/** The browser of a worker, and its page that one test uses after another: to start either anew costs more than most tests. */
import {createServer} from 'node:http'
import getPort from 'get-port'
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  CDPSession,
  Page,
  ViewportSize,
} from 'playwright-core'
import {launchBrowser} from './browser.ts'

/** What a page can take on and off again; a test that asks for more gets a profile of its own. */
export interface PageOptions {
  viewport?: ViewportSize | null | undefined
  colorScheme?: 'light' | 'dark' | 'no-preference' | null | undefined
  reducedMotion?: 'reduce' | 'no-preference' | null | undefined
  forcedColors?: 'active' | 'none' | null | undefined
}

/** Milliseconds for one step of a page on a machine that has much else to do. */
const PATIENCE = 180_000
const viewport = {width: 1280, height: 900}

/** What tests listen to. */
const events = ['console', 'dialog', 'pageerror', 'popup', 'request', 'requestfailed', 'response'] as const

/** In a page: a connection on which the reader asks for as little as can be. */
const saveData = () =>
  Object.defineProperty(navigator, 'connection', {configurable: true, value: {saveData: true}})

let started: Promise<Browser> | undefined

/** A profile of its own. @param keepsCopy whether the site may save itself to be read offline */
export async function newProfile(
  options: BrowserContextOptions = {},
  keepsCopy = false,
): Promise<BrowserContext> {
  if (started === undefined || !(await started).isConnected()) started = launchBrowser()
  const context = await (await started).newContext({viewport, ...options})
  // A busy machine is slow, not wrong.
  context.setDefaultTimeout(PATIENCE)
  if (!keepsCopy) await context.addInitScript(saveData)
  return context
}

/** The page that tests share, and whether one has it. */
interface Shared {
  page: Page
  protocol: CDPSession
  /** Where the page waits for a test. */
  blank: string
  /** Sites that were visited since the page was last cleared. */
  origins: Set<string>
  isTaken: boolean
}

let shared: Shared | undefined

/** An empty page of the host that tests serve their sites on: the browser changes its renderer for another host, as for `about:blank`. */
async function serveBlank(): Promise<string> {
  const port = await getPort()
  const server = createServer((_, response) =>
    response
      .writeHead(200, {'content-type': 'text/html', connection: 'close'})
      .end('<!doctype html><link rel="icon" href="data:,"><title>blank</title>'),
  )
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  // The worker ends whether it is asked for or not.
  server.unref()
  return `http://localhost:${port}/`
}

async function startShared(): Promise<Shared> {
  const context = await newProfile()
  const page = await context.newPage()
  page.addInitScript = () => {
    throw new Error('a script stays in the page that tests share: ask for a profile with {fresh: true}')
  }
  const origins = new Set<string>()
  page.on('framenavigated', (frame) => {
    const {origin} = new URL(frame.url())
    if (origin !== 'null') origins.add(origin)
  })
  const [protocol, blank] = await Promise.all([context.newCDPSession(page), serveBlank()])
  return {page, protocol, blank, origins, isTaken: false}
}

/** The page that tests share, as one that is new; none while a test has it. */
export async function takeShared(options: PageOptions): Promise<Page | undefined> {
  if (shared?.page.isClosed()) shared = undefined
  shared ??= await startShared()
  if (shared.isTaken) return undefined
  shared.isTaken = true
  const {page} = shared
  await page.setViewportSize(options.viewport ?? viewport)
  await page.emulateMedia({
    media: null,
    colorScheme: options.colorScheme ?? null,
    reducedMotion: options.reducedMotion ?? null,
    forcedColors: options.forcedColors ?? null,
  })
  return page
}

/** Gives the page back: nothing of what a test did or stored in it stays. */
export async function releaseShared(): Promise<void> {
  if (shared === undefined) return
  const {page, protocol, blank, origins} = shared
  for (const event of events) page.removeAllListeners(event)
  await page.unrouteAll({behavior: 'ignoreErrors'})
  // Also what `sessionStorage` holds goes with a page; no script of the site uses it.
  const isBlank = await page.goto(blank).then(
    () => true,
    () => false,
  )
  // A page that loads itself anew at this moment, as one of `dev` does, goes with its profile.
  if (!isBlank) {
    await dropShared()
    return
  }
  for (const other of page.context().pages()) if (other !== page) await other.close()
  for (const origin of origins)
    await protocol.send('Storage.clearDataForOrigin', {origin, storageTypes: 'all'})
  origins.clear()
  await page.context().clearCookies()
  shared.isTaken = false
}

/** Takes the page away, so that the next test gets a new one. */
export async function dropShared(): Promise<void> {
  const dropped = shared
  shared = undefined
  await dropped?.page.context().close()
}

/** Forgets what was loaded: a site of another file may have had the same address. */
export async function forgetLoaded(): Promise<void> {
  await shared?.protocol.send('Network.clearBrowserCache')
}
