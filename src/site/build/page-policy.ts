/** Gives each page a content security policy with the hashes of the scripts that stand in it, and of no others. */
import {scriptHash} from '../scripts.ts'

const directives = [
  "default-src 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "style-src 'self'",
]
/** Pagefind's search runs in WebAssembly; hovering a link prefetches it by speculation rules. */
const scripts = "script-src 'self' 'wasm-unsafe-eval' 'inline-speculation-rules'"

/** Data, which no policy asks about, is left out. */
const inlineRE = /<script(?!\stype="application\/)(?:\s[^>]*)?>([\s\S]*?)<\/script>/g
const charset = '<meta charset="utf-8">'

/**
 * Puts the policy before everything that it holds for: only the declaration of the characters stands before it.
 *
 * @param html bytes of a page, each as one sign
 * @throws Error when the page doesn't declare its characters
 */
export function addPolicy(html: string): string {
  const at = html.indexOf(charset) + charset.length
  if (at < charset.length) throw new Error(`expected ${charset} in a page, found ${html.slice(0, 200)}`)
  const hashes = new Set([...html.matchAll(inlineRE)].map(([, code = '']) => hashOf(code)))
  const policy = [...directives, [scripts, ...hashes].join(' ')].join('; ')
  return `${html.slice(0, at)}<meta http-equiv="content-security-policy" content="${policy}">${html.slice(at)}`
}

/** Pages share their scripts; the few that there are. */
const known = new Map<string, string>()

function hashOf(code: string): string {
  const hash = known.get(code) ?? `'${scriptHash(Buffer.from(code, 'latin1'))}'`
  known.set(code, hash)
  return hash
}
