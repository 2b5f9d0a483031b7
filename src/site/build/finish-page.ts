/** What each page goes through after Astro rendered it: relative addresses, and a policy of its own. */
import {placePolicy} from './page-policy.ts'
import {relativeHtml} from './relative-addresses.ts'

/** The page for addresses that don't exist is served at any depth, so it keeps addresses from the root. */
const servedAnywhere = '404'

/**
 * @param page HTML in UTF-8, as Astro wrote it
 * @param base starts and ends with `/`
 * @param path of the page below `base`, in any number of slashes around it: `en/ports/443/`
 */
export function finishPage(
  page: Uint8Array<ArrayBuffer>,
  base: string,
  path: string,
): Uint8Array<ArrayBuffer> {
  // One sign a byte: nothing that changes is beyond ASCII, and a page is half as large in memory.
  const html = placePolicy(Buffer.from(page.buffer, page.byteOffset, page.byteLength).toString('latin1'))
  const name = path.replace(/^\/+|\/+$/g, '')
  const finished = name === servedAnywhere ? html : relativeHtml(html, base, name === '' ? '' : `${name}/`)
  return Buffer.from(finished, 'latin1')
}
