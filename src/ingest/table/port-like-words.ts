/** Whether a header names ports, or a cell a transport or a path, in any known language: what every port table has. */
import {decodeNamedCharacterReference} from 'decode-named-character-reference'
import {protocolSpellings, transportSpellings} from '../../facts/protocol-words.ts'
import {knownLocales, localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {foldSearch, foldWidth} from '../../text/normalize.ts'
import {foldable, toClass, unfolded} from '../folded-codes.ts'
import {hasOpenReference} from '../prefilter/plain-markup.ts'
import {createTokenScan} from '../prefilter/token-scan.ts'

/** Kinds of columns that make a table a port table; a count is one too where no port stands beside it. */
const portKinds: ColumnKind[] = ['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount']

const wordRE = /[\p{L}\p{M}\p{N}]+/gu
const spacedRE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hangul}]/u
const referenceRE = /&(?:#(?:(\d{1,7})|x([\da-f]{1,6}));?|([a-z][a-z\d]{1,30});)/gi
/** A tag starts with a letter (`<埠>` is text), and ends before the next cell does. */
const markupRE = /<[a-z/!?][^<>|]{0,200}>|[*_`\\]/gi
const signRE = /[*_`\\]/g
/** How a character reference starts. */
const REFERENCE = '&'
/** Signs of Markdown that stand inside words. */
const SIGNS = '*_`\\'

const unfoldedRE = new RegExp(`&|${toClass(unfolded)}`)

/**
 * False only when no header in the text makes a column of ports or paths, in any locale: it holds no word of such a header,
 * nor TCP nor UDP. Words are compared as headers are: folded, and whole where the language has spaces. Linear.
 */
export function namesPorts(text: string): boolean {
  vocabulary ??= readVocabulary()
  const {headers, unspacedRE, mayHoldWord} = vocabulary
  if (!mayHoldWord(text) && !(text.includes('<') && mayHoldWord(text.replaceAll('<', ' ')))) return false
  // What looks like a tag may be text to a parser, so that the words inside count, too.
  const joined = `${foldSearch(withoutMarkup(text, ''))}\n${foldSearch(plain(text.replace(signRE, '')))}`
  if (unspacedRE.test(joined)) return true
  const spaced = foldSearch(withoutMarkup(text, ' '))
  const words = new Set([...(spaced.match(wordRE) ?? []), ...(joined.match(wordRE) ?? [])])
  return headers.some((header) =>
    header.every((word) => (spacedRE.test(word) ? words.has(word) : joined.includes(word))),
  )
}

/** False only when a text names no transport, and no protocol beside a number: then it is no path. Linear. */
export const mayBePath = (text: string): boolean =>
  transportRE.test(text) ||
  (asciiDigitRE.test(text) ? protocolRE.test(text) : protocolRE.test(text) && digitRE.test(text))

/** The same of a cell with its markup, which may join words or part them. */
export function mayHoldPath(cell: string): boolean {
  mayHoldToken ??= createTokenScan(tokens, SIGNS, unfolded)
  return (
    mayHoldToken(cell) &&
    (mayBePath(withoutMarkup(cell, '')) || mayBePath(withoutMarkup(cell, ' ')) || hasOpenReference(cell))
  )
}

const asciiDigitRE = /[0-9]/
const digitRE = /\p{N}/u

/** A cell without its markup, `space` in its place. */
export const withoutMarkup = (cell: string, space: '' | ' '): string => plain(cell.replace(markupRE, space))

function plain(text: string): string {
  const decoded = decodeReferences(text)
  return unfoldedRE.test(decoded) ? foldWidth(decoded) : decoded
}

const toPattern = (spellings: readonly string[]): RegExp =>
  new RegExp(`(?<![a-z])(?:${spellings.map((text) => text.replaceAll('.', '\\.')).join('|')})(?![a-z])`, 'i')

const transportRE = toPattern(transportSpellings)
const protocolRE = toPattern(protocolSpellings)
/** Any of their names, also inside a word, and what may stand for a letter of one. */
const tokens = [...transportSpellings, ...protocolSpellings, REFERENCE]
let mayHoldToken: ((cell: string) => boolean) | null = null

const decodeReferences = (text: string): string =>
  !text.includes(REFERENCE)
    ? text
    : text.replace(referenceRE, (reference, decimal?: string, hex?: string, name = '') => {
        if (name !== '') return decodeNamedCharacterReference(name) || reference
        const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference
      })

interface Vocabulary {
  /** Words that name ports only all together; most headers have one such word. */
  headers: string[][]
  /** Words of languages without spaces, each of which names ports alone. */
  unspacedRE: RegExp
  /** Looks for the last word of any header, or a piece of it: what is missing from most texts. */
  mayHoldWord: (text: string) => boolean
}

let vocabulary: Vocabulary | null = null

/** The words of all headers, the longer headers left out that hold a shorter one. */
function readVocabulary(): Vocabulary {
  const texts = [...knownLocales, 'und'].flatMap((locale) => {
    const data = localeData(locale).headers
    return portKinds.flatMap((kind) => data[kind] ?? [])
  })
  const keys = ['TCP', 'UDP', ...texts].map((text) => foldSearch(text).match(wordRE) ?? [])
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
    mayHoldWord: createTokenScan(
      [...shortest(headers.flatMap((words) => words.slice(-1))), REFERENCE],
      SIGNS,
      foldable,
    ),
  }
}

/** Without the texts that hold another one. */
const shortest = (texts: readonly string[]): string[] =>
  texts.filter((text) => !texts.some((other) => other !== text && text.includes(other)))

const holds = (word: string, part: string): boolean =>
  spacedRE.test(part) ? word === part : word.includes(part)
