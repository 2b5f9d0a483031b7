/** The service worker of a language: its files are saved at once, and other pages when they are visited. */

import type {WorkboxPlugin} from 'workbox-core/types.js'
import {ExpirationPlugin} from 'workbox-expiration'
import {cleanupOutdatedCaches, precacheAndRoute} from 'workbox-precaching'
import {registerRoute, setCatchHandler} from 'workbox-routing'
import {NetworkFirst} from 'workbox-strategies'

/** What TypeScript's library for pages doesn't tell of a worker. */
interface WorkerScope {
  skipWaiting: () => Promise<void>
  registration: {readonly scope: string}
}

declare global {
  /** Written by the build, for each language its own. */
  var savedFiles: {url: string; revision: null}[]
}

declare const self: typeof globalThis & WorkerScope

/** Pages and files that are kept because they were visited; those not seen for longest go first. */
const VISITED = 400

/** Who waits longer has no connection worth the name. */
const PATIENCE_SECONDS = 8

// A page asks for it when the reader wants the new version.
self.addEventListener('message', ({data}) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting()
})

precacheAndRoute(self.savedFiles)
cleanupOutdatedCaches()
registerRoute(
  ({sameOrigin, url}) => sameOrigin && !url.pathname.includes('/data/'),
  new NetworkFirst({
    cacheName: 'portolan',
    networkTimeoutSeconds: PATIENCE_SECONDS,
    matchOptions: {ignoreVary: true},
    plugins: [
      // Its own types say less exactly what is optional.
      new ExpirationPlugin({maxEntries: VISITED, purgeOnQuotaError: true}) as WorkboxPlugin,
      {
        // Questions and reading modes are for the page, which is the same file.
        cacheKeyWillBeUsed: async ({request}) => request.url.replace(/[?#].*/, ''),
        // Never visited: as it was when the worker was installed.
        cachedResponseWillBeUsed: async ({cachedResponse, request}) =>
          cachedResponse ?? caches.match(request, {ignoreSearch: true, ignoreVary: true}),
      },
    ],
  }),
  'GET',
)

/** A page that is not saved is answered by one that says so, at its own address, since its links are relative. */
setCatchHandler(async ({request}) => {
  const asked = new URL(request.url)
  const page = new URL('offline/', self.registration.scope)
  if (request.mode !== 'navigate' || asked.pathname === page.pathname) return Response.error()
  page.searchParams.set('from', asked.pathname + asked.search)
  return Response.redirect(page.href)
})
