/** Whether a header names ports, or a cell a transport or a path, in any known language: what every port table has. */
import type {ColumnKind} from '../dataset/schema.ts'
import {knownLocales, localeData} from '../locales/index.ts'
import {foldSearch} from '../text/normalize.ts'

/** Kinds of columns that make a table a port table; a count is one too where no port stands beside it. */
const portKinds: ColumnKind[] = ['path', 'port', 'sourcePort', 'portStart', 'portCount']

const transports = ['TCP', 'UDP']

const wordRE = /[\p{L}\p{M}\p{N}]+/gu
const spacedRE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}]/u
const referenceRE = /&#(?:(\d{1,7})|x([\da-f]{1,6}));?/gi
const markupRE = /<[^<>]{0,200}>|[*_`\\]/g
/** What only folding turns into letters. */
const unfoldedRE =
  /&#|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u2460-\u24ff\u3200-\u33ff\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]|\u00ad|\ud835/
/** A transport, or a path that ends in a port (`SIP/MTLS/5061`). */
const pathRE = /tcp|udp|[a-z)）] ?[/／] ?\d{2,5}(?![\d/.-])/i
/** A transport with markup inside the word. */
const markedPathRE =
  /(?:t(?:<[^<>]{0,200}>|[*_`\\])+c|[tu][cd](?:<[^<>]{0,200}>|[*_`\\])+p|u(?:<[^<>]{0,200}>|[*_`\\])+d)/i

/**
 * False only when no header in the text makes a column of ports or paths, in any locale: it holds no word of such a header,
 * nor TCP nor UDP. Words are compared as headers are: folded, and whole where the language has spaces. Linear.
 */
export function namesPorts(text: string): boolean {
  vocabulary ??= readVocabulary()
  const {headers, unspacedRE} = vocabulary
  const spaced = foldSearch(decodeReferences(text.replace(markupRE, ' ')))
  const joined = foldSearch(decodeReferences(text.replace(markupRE, '')))
  if (unspacedRE.test(joined)) return true
  const words = new Set([...(spaced.match(wordRE) ?? []), ...(joined.match(wordRE) ?? [])])
  return headers.some((header) =>
    header.every((word) => (spacedRE.test(word) ? words.has(word) : joined.includes(word))),
  )
}

/** False only when no cell in the text says which transport or path goes to a port. Linear, and made for large tables. */
export const namesPaths = (text: string): boolean =>
  pathRE.test(text) ||
  markedPathRE.test(text) ||
  (unfoldedRE.test(text) && pathRE.test(foldSearch(decodeReferences(text.replace(markupRE, '')))))

const decodeReferences = (text: string): string =>
  text.replace(referenceRE, (reference, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference
  })

interface Vocabulary {
  /** Words that name ports only all together; most headers have one such word. */
  headers: string[][]
  /** Words of languages without spaces, each of which names ports alone. */
  unspacedRE: RegExp
}

let vocabulary: Vocabulary | null = null

/** The words of all headers, the longer headers left out that hold a shorter one. */
function readVocabulary(): Vocabulary {
  const texts = [...knownLocales, 'und'].flatMap((locale) => {
    const data = localeData(locale).headers
    return portKinds.flatMap((kind) => data[kind] ?? [])
  })
  const keys = [...transports, ...texts].map((text) => foldSearch(text).match(wordRE) ?? [])
  const headers: string[][] = []
  for (const key of keys.toSorted((a, b) => a.length - b.length || a.join(' ').length - b.join(' ').length)) {
    const covered = headers.some((words) => words.every((word) => key.some((own) => holds(own, word))))
    if (key.length > 0 && !covered) headers.push(key)
  }
  const alone = headers
    .flatMap((words) => (words.length === 1 ? words : []))
    .filter((word) => !spacedRE.test(word))
  return {
    headers: headers.filter((words) => words.length > 1 || !alone.includes(words.join())),
    unspacedRE: new RegExp(alone.join('|')),
  }
}

const holds = (word: string, part: string): boolean =>
  spacedRE.test(part) ? word === part : word.includes(part)
