/** Leaves in a page's content security policy only the hashes of what stands in the page. */
import {scriptHash} from '../scripts.ts'

const policyRE = /<meta http-equiv="content-security-policy"[^>]*>/
/** Scripts and styles; data, which no policy asks about, is left out. */
const inlineRE = /<(script|style)(?!\stype="application\/)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g
const hashRE = / 'sha256-[A-Za-z0-9+/=]+'/g

/**
 * Astro lists the hashes of every script that it could write; half a kilobyte that doesn't compress.
 *
 * @param html bytes of a page, each as one sign
 */
export function trimPolicy(html: string): string {
  const own = new Set([...html.matchAll(inlineRE)].map(([, , code = '']) => hashOf(code)))
  return html.replace(policyRE, (policy) => policy.replace(hashRE, (hash) => (own.has(hash) ? hash : '')))
}

/** Pages share their scripts; the few that there are. */
const hashes = new Map<string, string>()

function hashOf(code: string): string {
  const hash = hashes.get(code) ?? ` '${scriptHash(Buffer.from(code, 'latin1'))}'`
  hashes.set(code, hash)
  return hash
}
