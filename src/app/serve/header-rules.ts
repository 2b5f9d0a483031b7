/** The file `_headers`, in the form that Netlify and Cloudflare Pages read, so that a site answers here as it does there. */
import {validateHeaderName, validateHeaderValue} from 'node:http'
import {UsageError} from '../../disk/usage-error.ts'

/** Headers of all paths that a pattern matches; `dropped` are those that a line `! Name` takes back. */
export interface HeaderRule {
  pattern: RegExp
  headers: [name: string, value: string][]
  dropped: string[]
}

/** What belongs to the answer itself; hosts ignore these in the file too. */
const ofTheServer = new Set([
  'accept-ranges',
  'allow',
  'connection',
  'content-encoding',
  'content-length',
  'content-range',
  'date',
  'location',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** @throws UsageError at a line that is no path and no header */
export const parseHeaderRules = (text: string, file: string): HeaderRule[] => {
  const rules: HeaderRule[] = []
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const content = line.trim()
    if (content === '' || content.startsWith('#')) continue
    if (/^\S/.test(line)) {
      rules.push({pattern: patternToRegExp(content), headers: [], dropped: []})
      continue
    }
    if (!addHeader(rules.at(-1), content))
      throw new UsageError(
        `${file}:${index + 1}: expected a path, or “Name: value” indented below one; found “${content}”`,
        'see “What a server should send” in docs/hosting.md',
      )
  }
  return rules
}

/** Lower-case names to values; a header that several rules give has all values, as hosts join them. */
export const headersOf = (rules: readonly HeaderRule[], path: string): Map<string, string> => {
  const headers = new Map<string, string>()
  for (const rule of rules.filter(({pattern}) => pattern.test(path))) {
    for (const name of rule.dropped) headers.delete(name)
    for (const [name, value] of rule.headers) {
      const before = headers.get(name)
      headers.set(name, before === undefined ? value : `${before}, ${value}`)
    }
  }
  return headers
}

const addHeader = (rule: HeaderRule | undefined, content: string): boolean => {
  const [, dropped, name = dropped ?? '', value = ''] =
    /^(?:!\s*([^\s:]+)|([^\s:]+)\s*:\s*(.+))$/.exec(content) ?? []
  if (rule === undefined || !isHeader(name, value)) return false
  if (dropped !== undefined) rule.dropped.push(dropped.toLowerCase())
  else if (!ofTheServer.has(name.toLowerCase())) rule.headers.push([name.toLowerCase(), value])
  return true
}

const isHeader = (name: string, value: string): boolean => {
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** `*` is any text, `:name` one part of a path; a pattern with a host in front is for that host, which this one is not. */
const patternToRegExp = (pattern: string): RegExp => {
  if (!pattern.startsWith('/')) return /(?!)/
  const parts = pattern.split(/(\*|:[A-Za-z]\w*)/).map((part, at) => {
    if (at % 2 === 0) return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    return part === '*' ? '.*' : '[^/]+'
  })
  return new RegExp(`^${parts.join('')}$`, 's')
}
