/** Reads the front matter that nearly all documents have, `key: value` lines and lists, without a YAML parser. */
import {type FrontMatterValue, frontMatterKey} from './front-matter-value.ts'

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
    const colon = keyEnd(line)
    if (colon === -1 && listAllowed) {
      const item = itemRE.exec(line)
      if (item && plainScalar(line.slice(item[0].length)) !== null) continue
    }
    const key = line.slice(0, Math.max(0, colon))
    const rest = line.slice(colon + 1)
    const value = colon === -1 ? null : lenient ? lenientScalar(rest) : plainScalar(rest)
    if (value === null || (!lenient && seen.has(key))) {
      if (!lenient) return null
      continue
    }
    listAllowed = value === ''
    seen.add(key)
    if (value === '') continue
    const name = frontMatterKey(key)
    const scalar = rest.trimStart()
    const quoted = isQuote(scalar.charCodeAt(0)) ? 1 : 0
    const offset = start + at + colon + 1 + (rest.length - scalar.length) + quoted
    if (!values.has(name)) values.set(name, {value, offset})
  }
  return values
}

/** A one-line scalar that YAML 1.2 reads as these very characters; '' for none; null when it takes a parser to know. */
function plainScalar(raw: string): string | null {
  const value = raw.trim()
  if (value === '') return ''
  if (isQuote(value.charCodeAt(0))) {
    const quote = value.charAt(0)
    const inner = value.slice(1, -1)
    if (value.length < 2 || !value.endsWith(quote) || inner.includes(quote) || inner.includes('\\'))
      return null
    return inner
  }
  if (indicators.has(value.charCodeAt(0)) || needsParser(value)) return null
  return value === 'null' || value === 'Null' || value === 'NULL' ? null : value
}

/** What stands after the colon, without one pair of quotes. */
function lenientScalar(raw: string): string {
  const value = raw.trim()
  const quote = value.charAt(0)
  const quoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote)
  return quoted ? value.slice(1, -1) : value
}

/** Indicators at the start of a plain scalar that have a meaning in YAML. */
const indicators = new Set(Array.from('-?:,[]{}#&*!|>%@`~\ufeff', (character) => character.charCodeAt(0)))

const isQuote = (code: number): boolean => code === 34 || code === 39

/** Whether a scalar holds a control (C0, DEL, C1), a colon that ends a key, or the start of a comment. */
function needsParser(text: string): boolean {
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 || (code >= 127 && code < 160)) return true
    if (before === COLON ? code === 32 : before === 32 && code === 35) return true
    before = code
  }
  return before === COLON
}

const COLON = 58

/** Where the colon of a key stands, as in `key:` or `key: value`; -1 when the line starts with none. */
function keyEnd(line: string): number {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    const small = code | 32
    if ((small >= 97 && small <= 122) || code === 95) continue
    if (at === 0) return -1
    if (code === COLON) {
      const next = line.charCodeAt(at + 1)
      if (at + 1 === line.length || next === 32 || next === 9) return at
    } else if (!(code >= 48 && code <= 57) && code !== 45 && code !== 46) return -1
  }
  return -1
}
