/** Puts a page's content security policy before all that it holds for, with only the hashes of what stands in the page. */
import {remember} from '../../text/remember.ts'
import {scriptHash} from '../scripts.ts'

const charset = '<meta charset="utf-8">'
const policyRE = /<meta http-equiv="content-security-policy"[^>]*>/
/** Scripts and styles; data, which no policy asks about, is left out. */
const inlineRE = /<(script|style)(?!\stype="application\/)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g
const hashRE = / 'sha256-[A-Za-z0-9+/=]+'/g

/**
 * Astro writes the policy behind the scripts of the head, and lists the hashes of every script that it could write: half a
 * kilobyte that doesn't compress. A script that it doesn't list came from elsewhere, and gets no hash.
 *
 * @param html bytes of a page, each as one sign
 * @throws Error when the page has no policy, or doesn't declare its characters, before which nothing may stand
 */
export function placePolicy(html: string): string {
  const policy = policyRE.exec(html)
  const at = html.indexOf(charset) + charset.length
  if (policy === null || at < charset.length || at > policy.index)
    throw new Error(
      `expected ${charset} and a content security policy in a page, found ${html.slice(0, 200)}`,
    )
  const own = new Set([...html.matchAll(inlineRE)].map(([, , code = '']) => hashOf(code)))
  const trimmed = policy[0].replace(hashRE, (hash) => (own.has(hash) ? hash : ''))
  return (
    html.slice(0, at) + trimmed + html.slice(at, policy.index) + html.slice(policy.index + policy[0].length)
  )
}

/** Pages share their scripts; the few that there are. */
const hashOf = remember((code: string): string => ` '${scriptHash(Buffer.from(code, 'latin1'))}'`, 100)
