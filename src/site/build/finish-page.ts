/**
 * What each page goes through after Astro rendered it: it must have its policy, its addresses become relative, and its
 * texts get their directions.
 */
import {withoutOverrides} from '../../text/left-to-right.ts'
import {directedHtml} from './page-directions.ts'
import {relativeHtml} from './relative-addresses.ts'

/** The page for addresses that don't exist is served at any depth, so it keeps addresses from the root. */
const servedAnywhere = '404'

/** As `Policy.astro` begins it: only the characters of the page are declared before, so that it holds for all that follows. */
const head =
  '<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src \'none\';'

/**
 * @param html as Astro wrote it
 * @param base starts and ends with `/`
 * @param path of the page below `base`, in any number of slashes around it: `en/ports/443/`
 * @throws Error when the head of the page doesn't begin with a content security policy
 */
export function finishPage(html: string, base: string, path: string): string {
  if (!html.includes(head))
    throw new Error(
      `${path}: expected a head that begins with Policy.astro’s content security policy, found ${html.slice(0, 200)}`,
    )
  const name = path.replace(/^\/+|\/+$/g, '')
  const directed = directedHtml(withoutOverrides(html))
  return name === servedAnywhere ? directed : relativeHtml(directed, base, name === '' ? '' : `${name}/`)
}
