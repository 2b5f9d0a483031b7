/** Reads the front matter that nearly all documents have, `key: value` lines and lists, without a YAML parser. */
import {type FrontMatterValue, frontMatterKey} from './front-matter-value.ts'

/** Characters that can start a plain scalar here; signs with a meaning in YAML are left to the library. */
const keyRE = /^[A-Za-z_][\w.:-]*?:(?=[ \t]|$)/
const itemRE = /^[ \t]*- +/

/**
 * Values by key, or null when a line needs a YAML parser (nesting, escapes, comments, a key twice…).
 *
 * With `lenient`, such lines are passed over instead: the way to get something out of broken YAML.
 */
export function readPlainYaml(
  yaml: string,
  start: number,
  lenient = false,
): Map<string, FrontMatterValue> | null {
  const values = new Map<string, FrontMatterValue>()
  const seen = new Set<string>()
  let listAllowed = false
  let next = 0
  for (let at = 0; at < yaml.length; at = next) {
    const newline = yaml.indexOf('\n', at)
    next = newline === -1 ? yaml.length : newline + 1
    const line = yaml.slice(at, next).trimEnd()
    if (line === '') continue
    const item = itemRE.exec(line)
    if (item && listAllowed && plainScalar(line.slice(item[0].length)) !== null) continue
    const key = keyRE.exec(line)?.[0]
    const rest = key === undefined ? '' : line.slice(key.length)
    const value = key === undefined ? null : lenient ? lenientScalar(rest) : plainScalar(rest)
    if (key === undefined || value === null || (!lenient && seen.has(key))) {
      if (!lenient) return null
      continue
    }
    listAllowed = value === ''
    const name = frontMatterKey(key.slice(0, -1))
    const quoted = /["']/.test(rest.trimStart().charAt(0)) ? 1 : 0
    const offset = start + at + key.length + (rest.length - rest.trimStart().length) + quoted
    if (value !== '' && !values.has(name)) values.set(name, {value, offset})
    seen.add(key)
  }
  return values
}

/** A one-line scalar that YAML 1.2 reads as these very characters; '' for none; null when it takes a parser to know. */
function plainScalar(raw: string): string | null {
  const value = raw.trim()
  if (value === '') return ''
  const quote = value.charAt(0)
  if (quote === '"' || quote === "'") {
    const inner = value.slice(1, -1)
    if (value.length < 2 || !value.endsWith(quote) || inner.includes(quote) || inner.includes('\\'))
      return null
    return inner
  }
  if (/^[-?:,[\]{}#&*!|>%@`~\ufeff]/.test(value) || hasControl(value)) return null
  if (value.includes(': ') || value.includes(' #') || value.endsWith(':')) return null
  return /^(?:null|Null|NULL)$/.test(value) ? null : value
}

/** What stands after the colon, without one pair of quotes. */
function lenientScalar(raw: string): string {
  const value = raw.trim()
  const quote = value.charAt(0)
  const quoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)
  return quoted ? value.slice(1, -1) : value
}

/** C0, DEL and C1; a class of a regular expression takes four times as long, and front matter has many lines. */
function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 || (code >= 127 && code < 160)) return true
  }
  return false
}
