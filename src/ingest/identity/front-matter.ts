/** The YAML or TOML block at the top of a document: the few values that place it, each with its offset. */
import {isMap, isScalar, parseDocument} from 'yaml'
import type {Source} from '../source.ts'
import {readPlainYaml} from './front-matter-plain.ts'
import {type FrontMatterValue, frontMatterKey} from './front-matter-value.ts'

export interface FrontMatter {
  /** Scalar values by key, lower case and with dots for colons: `ms.assetid`. */
  values: Map<string, FrontMatterValue>
  /** Offset at which the document's body starts. */
  bodyStart: number
}

/** A block above this length (UTF-16 units) is read line by line only; real ones have some 2,000. */
const MAX_YAML = 65_536

const fenceRE = /^-{3}[ \t]*(?:\r\n|\r|\n|$)/
const closeRE = /^(?:-{3}|\.{3})[ \t]*\r?$/gm

/** Reads the front matter; broken YAML is reported and read line by line as far as it goes. */
export function readFrontMatter(source: Source): FrontMatter {
  const {text} = source
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const open = fenceRE.exec(text.slice(start, start + 80))
  if (!open) return readToml(text, start)
  const yamlStart = start + open[0].length
  closeRE.lastIndex = yamlStart
  const close = closeRE.exec(text)
  let yamlEnd: number
  let bodyStart: number
  if (close) {
    yamlEnd = close.index
    bodyStart = close.index + close[0].length
  } else {
    yamlEnd = endOfUnclosed(text, yamlStart)
    bodyStart = yamlEnd
    source.report(
      start,
      'error',
      'unclosed-front-matter',
      'Expected a second line of "---" after the front matter, found none',
      'Close the block; it was read up to the first line that is no "key: value".',
    )
  }
  // A lone CR ends a line here as everywhere in the document; the length stays the same.
  const yaml = text.slice(yamlStart, yamlEnd).replace(/\r(?!\n)/g, '\n')
  const values = readPlainYaml(yaml, yamlStart) ?? readYaml(source, yaml, yamlStart)
  return {values, bodyStart}
}

const tomlRE = /^\+{3}[ \t]*\r?\n([\s\S]*?)^\+{3}[ \t]*\r?$/my
const tomlLineRE = /^([\w.:-]+)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'[{][^\n#]*))/gm

/** The front matter that Hugo may have between lines of `+++`: its plain values; none where there is no such block. */
function readToml(text: string, start: number): FrontMatter {
  const values = new Map<string, FrontMatterValue>()
  tomlRE.lastIndex = start
  const block = text.startsWith('+++', start) ? tomlRE.exec(text) : null
  if (block === null) return {values, bodyStart: start}
  const [whole, toml = ''] = block
  const from = start + whole.indexOf(toml)
  // Tables below are of other pages' concern.
  for (const {0: line, 1: key = '', 2: double, 3: single, 4: bare, index} of (
    toml.split(/^\[/m)[0] ?? ''
  ).matchAll(tomlLineRE)) {
    const value = (double ?? single ?? bare ?? '').trim()
    const name = frontMatterKey(key)
    if (!values.has(name)) values.set(name, {value, offset: from + index + line.lastIndexOf(value)})
  }
  return {values, bodyStart: start + whole.length}
}

/** Where a block without its closing line ends: before the first line that can't belong to it. */
function endOfUnclosed(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline + 1
    const line = text.slice(at, end).trim()
    if (line === '' || '#<|!['.includes(line.charAt(0)) || !(line.includes(':') || line.startsWith('-')))
      return at
    at = end
  }
  return at
}

/** Deepest nesting that the YAML parser is given: it calls itself, and where its stack ends differs from run to run. */
const MAX_NESTING = 50

/** Whether brackets, indentation or markers of lists may nest deeper than that; quotes are not looked at. */
function nestsDeeply(yaml: string): boolean {
  let depth = 0
  for (let at = 0; at < yaml.length; at++) {
    const code = yaml.charCodeAt(at)
    if (code === 91 || code === 123) depth++
    else if (code === 93 || code === 125) depth--
    if (depth > MAX_NESTING) return true
  }
  return yaml.split('\n').some((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > 2 * MAX_NESTING)
}

/** Full YAML, by the library; only the top level is read, so anchors and aliases cost nothing. */
function readYaml(source: Source, yaml: string, start: number): Map<string, FrontMatterValue> {
  if (yaml.length > MAX_YAML) {
    source.report(
      start,
      'error',
      'broken-yaml',
      `Unexpected front matter of ${yaml.length} characters, expected at most ${MAX_YAML}; only plain lines were read`,
      'Move what is not front matter below the closing line.',
    )
    return readPlainYaml(yaml, start, true) ?? new Map()
  }
  if (nestsDeeply(yaml)) {
    source.report(
      start,
      'error',
      'broken-yaml',
      `Unexpected front matter nested more than ${MAX_NESTING} deep; only plain lines were read`,
      'Write one "key: value" a line.',
    )
    return readPlainYaml(yaml, start, true) ?? new Map()
  }
  const document = parseDocument(yaml, {uniqueKeys: true, prettyErrors: false, logLevel: 'silent'})
  for (const error of document.errors.slice(0, 1)) {
    const duplicate = error.code === 'DUPLICATE_KEY'
    source.report(
      start + Math.min(error.pos[0], yaml.length),
      duplicate ? 'warning' : 'error',
      duplicate ? 'duplicate-key' : 'broken-yaml',
      duplicate
        ? 'Unexpected second value for one key in the front matter; the first one was taken'
        : `Broken YAML in the front matter: ${error.message}`,
      duplicate
        ? 'Remove one of the two lines.'
        : 'Quote values that hold ": " or " #", or that start with a character of YAML.',
    )
  }
  if (document.errors.some(({code}) => code !== 'DUPLICATE_KEY') || !isMap(document.contents)) {
    return readPlainYaml(yaml, start, true) ?? new Map()
  }
  const values = new Map<string, FrontMatterValue>()
  for (const {key, value} of document.contents.items) {
    if (!isScalar(key) || !isScalar(value) || value.value === null) continue
    const name = frontMatterKey(String(key.value))
    const found = typeof value.value === 'string' ? value.value : (value.source ?? String(value.value))
    if (!values.has(name)) values.set(name, {value: found, offset: start + (value.range?.[0] ?? 0)})
  }
  return values
}
