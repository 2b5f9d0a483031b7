/** Asks of a heading or header whether what it says of its ports is understood: `Retired ports` neither opens them nor is it neutral. */
import {localeData} from '../languages/languages.ts'
import {memoizeByLocale} from '../text/memoize.ts'
import {foldSearch, foldSpace} from '../text/normalize.ts'

const MEMORY = 1000
const MAX_LENGTH = 300

interface Participles {
  patterns: RegExp[]
  known: ReadonlySet<string>
}

const participles = new Map<string, Participles>()

function participlesOf(locale: string): Participles {
  const found = participles.get(locale)
  if (found) return found
  const {patterns, known} = localeData(locale).rules.participles
  const made = {
    patterns: patterns.map((pattern) => new RegExp(pattern, 'giu')),
    known: new Set(known.map(foldSearch)),
  }
  participles.set(locale, made)
  return made
}

/** The words by which a heading says something of its ports that nobody knows: `Ports refused`; null for other headings. */
export const unclearSense = (heading: string, locale: string): string | null => find(heading, locale) || null

const find = memoizeByLocale((heading, locale) => {
  const text = foldSpace(heading).slice(0, MAX_LENGTH)
  const {patterns, known} = participlesOf(locale)
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const word = match.groups?.['word'] ?? ''
      if (word !== '' && !known.has(foldSearch(word))) return match[0]
    }
  return ''
}, MEMORY)

/** Whether a heading is an identifier, as of a file, and no words: `accept-drop-reject`. */
export const isIdentifier = (heading: string): boolean =>
  /^[a-z0-9]+(?:[-_.][a-z0-9]+){2,}$/u.test(heading.trim())
