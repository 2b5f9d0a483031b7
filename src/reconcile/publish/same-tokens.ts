/**
 * Whether a translation keeps what no language translates: then a text that could not be read as facts is one whose words
 * are not known here, and proves nothing.
 */
import {termOf} from '../../facts/protocol-words.ts'
import type {Facts} from '../../model/schema.ts'
import {foldToken} from '../../text/normalize.ts'
import {isAcronym, isShouted, latinWords, singular} from '../reading/latin.ts'

/** Figures with their separators of thousands, in any script of digits once the width is folded. */
const FIGURE_RE = /\p{Nd}+(?:[,. \u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/gu
const SEPARATOR_RE = /[,. \u00a0\u202f]/g

/** The same figures and transports in the same order, and the same abbreviations and protocols in any order. */
export const keepsTokens = (english: string, target: string): boolean => {
  const words = latinWords(english)
  const shouted = new Set(words.filter((word) => isShouted(word, words)).map(({text}) => text))
  const [one, other] = [tokensOf(english, shouted), tokensOf(target, shouted)]
  return one.ordered.join(' ') === other.ordered.join(' ') && one.names.join(' ') === other.names.join(' ')
}

/** @param shouted words in capitals that are no abbreviations */
const tokensOf = (text: string, shouted: ReadonlySet<string>): {ordered: string[]; names: string[]} => {
  const figures = [...text.normalize('NFKC').matchAll(FIGURE_RE)].map(([figure]) =>
    figure.replace(SEPARATOR_RE, ''),
  )
  const transports: string[] = []
  const names: string[] = []
  for (const {text: word} of latinWords(text)) {
    const term = termOf(word)
    if (term?.kind === 'transport') transports.push(term.transport)
    else if (term !== null || (isAcronym(word) && !shouted.has(word))) names.push(foldToken(singular(word)))
  }
  return {ordered: [...figures, ...transports], names: names.toSorted()}
}

/** The protocols that a registry knows by one name in all languages; others may have a name in each. */
export const registeredProtocols = ({protocols}: Pick<Facts, 'protocols'>): string[] =>
  protocols.filter((name) => termOf(name)?.kind === 'protocol')
