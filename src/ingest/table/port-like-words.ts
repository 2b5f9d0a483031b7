/** Whether a text names ports, or a transport or protocol, in any known language: what every port table has. */
import {protocolSpellings, transportSpellings} from '../../facts/protocol-words.ts'
import {knownLocales, localeData} from '../../languages/languages.ts'
import {outlinedLocales} from '../../languages/outlines.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {foldSearch} from '../../text/normalize.ts'
import {PhraseFinder, tokensOf} from '../../text/phrase-finder.ts'
import {headerKey} from './header-words.ts'

/** Kinds of columns that make a table a port table; a count is one too where no port stands beside it. */
const portKinds: ColumnKind[] = ['path', 'port', 'sourcePort', 'portStart', 'portEnd', 'portCount']

const bounds: ReadonlySet<ColumnKind> = new Set(['portStart', 'portEnd'])

interface PortWords {
  finder: PhraseFinder
  /** The letters of any of them, one after the other. */
  lettersRE: RegExp
}

let words: PortWords | null = null

function portWords(): PortWords {
  if (words) return words
  const headers = [...knownLocales, ...outlinedLocales, 'und'].flatMap((locale) => {
    const {headers, rules} = localeData(locale)
    // `Start` and `End` are words of any text: they count beside a transport alone.
    return portKinds.flatMap((kind) => [
      ...(headers[kind] ?? []),
      ...(bounds.has(kind) ? [] : (rules.headers[kind] ?? [])),
    ])
  })
  const keys = [...transportSpellings, ...headers].map(headerKey)
  const letters = [...new Set(keys.map(lettersOf))].filter((own) => own !== '')
  const shortest = letters.filter((own) => !letters.some((other) => other !== own && own.includes(other)))
  words = {finder: new PhraseFinder(keys), lettersRE: new RegExp(shortest.join('|'))}
  return words
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** False only when the text, as a header, makes no column of ports or paths in any locale: it holds no word of such a header. */
export const namesPorts = (text: string): boolean => portWords().finder.isIn(tokensOf(headerKey(text)))

/** False only when no header in the text names ports, wherever one ends: words may be joined (`Support`) by what was cut out. */
export const mayNamePorts = (text: string): boolean => portWords().lettersRE.test(lettersOf(foldSearch(text)))

/** Stands for markup that was cut out, which may join what is beside it or part it. */
export const CUT = '\u0001'

/** Spellings, with markup between any two letters. */
const spelled = (spellings: readonly string[]): string =>
  spellings
    .map((spelling) =>
      Array.from(spelling, (letter) =>
        letter === ' ' ? `[\\s${CUT}]+` : letter.replace(/[^a-z\d]/i, String.raw`\$&`),
      ).join(`${CUT}*`),
    )
    .join('|')

/** Names as words of their own, in any case; the first group is a transport's. */
const nameRE = new RegExp(
  `(?<![a-z])(?:(${spelled(transportSpellings)})|${spelled(protocolSpellings)})(?![a-z])`,
  'gi',
)

/**
 * False only when no cell of a text is or holds a path or a transport: none names a transport, or a protocol beside a number.
 * Cells end at pipes and lines. The text has one kind of letters and digits (NFKC), and `CUT` in place of markup.
 */
export function mayHoldPath(text: string): boolean {
  for (const {1: transport, index} of text.matchAll(nameRE)) {
    if (transport !== undefined) return true
    const start = Math.max(text.lastIndexOf('|', index), text.lastIndexOf('\n', index))
    const [cell = ''] = /^[^|\n]*/.exec(text.slice(start + 1)) ?? []
    if (/\p{N}/u.test(cell)) return true
  }
  return false
}
