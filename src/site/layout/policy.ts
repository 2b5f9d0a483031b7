/** The content security policy of a page: nothing but the site's own files, and the scripts that stand in the page. */
import {createHash} from 'node:crypto'

const directives = [
  "default-src 'none'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join(';')

/** Pagefind's search runs in WebAssembly; hovering a link prefetches it by speculation rules. */
const scriptSources = ["'self'", "'wasm-unsafe-eval'", "'inline-speculation-rules'"]

/** @param scripts the code of every script that the page writes into itself; data needs none */
export const contentPolicy = (scripts: readonly string[]): string => {
  const sources = [...scriptSources, ...scripts.map((code) => `'${scriptHash(code)}'`)]
  return `${directives}; script-src ${sources.join(' ')}; style-src 'self';`
}

const scriptHash = (code: string): string => `sha256-${createHash('sha256').update(code).digest('base64')}`
