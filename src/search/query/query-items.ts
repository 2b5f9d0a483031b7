/** Cuts a query into ports, transports, words and problems, from left to right, each character looked at a few times. */

import {DASHES} from '../../facts/ports/range-separators.ts'
import {lookUp} from '../../text/look-up.ts'
import {readJoin, readPorts} from './query-ports.ts'
import {isDigit} from './query-text.ts'
import type {Item, QueryLexicon, ReadItems} from './query-types.ts'

const quotes: Record<string, string> = {'"': '"', '“': '”', '„': '“', '«': '»', '「': '」', '『': '』'}
const wordCharacterRE = /[\p{L}\p{M}\p{N}]/u
const latinRE = /\p{Script=Latin}/u
const minusRE = new RegExp(`[${DASHES}]`, 'u')
const endOfWordRE = /[\s,;、“”„«»"「」『』]/u
const transportRE = /(?:tcp|udp)/iy
const pathSeparatorRE = /[/()]/u

/** `plain`: a query as `queryText` gives it. */
export const readItems = (plain: string, lexicon: QueryLexicon): Item[] => {
  const items: Item[] = []
  let at = 0
  while (at < plain.length) {
    const found =
      readPhrase(plain, at) ??
      readNegative(plain, at) ??
      readTransport(plain, at, lexicon) ??
      readPorts(plain, at, lexicon) ??
      readJoined(plain, at, items.at(-1), lexicon) ??
      readWord(plain, at)
    if (found === null) at++
    else {
      items.push(...found.items)
      at = found.end
    }
  }
  return items
}

/** A phrase without its closing quote goes to the end: it is still being typed. */
const readPhrase = (plain: string, at: number): ReadItems | null => {
  const close = lookUp(quotes, plain[at] ?? '')
  if (close === undefined) return null
  const found = plain.indexOf(close, at + 1)
  const end = found === -1 ? plain.length : found
  const text = plain.slice(at + 1, end).trim()
  return {items: wordCharacterRE.test(text) ? [{kind: 'word', text, quoted: found !== -1}] : [], end: end + 1}
}

/** `or` between two ports: they are alternatives anyway. */
const readJoined = (
  plain: string,
  at: number,
  before: Item | undefined,
  lexicon: QueryLexicon,
): ReadItems | null => {
  if (before?.kind !== 'ports' && before?.kind !== 'transport') return null
  // From where the word before it ended, so that its border is seen.
  const from = plain[at - 1] === ' ' ? at - 1 : at
  const end = plain[at] === ' ' ? null : readJoin(plain, from, lexicon)
  return end === null ? null : {items: [], end}
}

const readNegative = (plain: string, at: number): ReadItems | null => {
  if (!minusRE.test(plain[at] ?? '') || !isDigit(plain[at + 1])) return null
  if (at > 0 && !endOfWordRE.test(plain[at - 1] ?? '')) return null
  let end = at + 1
  while (isDigit(plain[end])) end++
  return {items: [{kind: 'problem', problem: 'negative', text: plain.slice(at, end)}], end}
}

/** `tcp`, and with it the character that ties it to a number: `tcp:443`, `tcp-443`, `tcp443`. */
const readTransport = (plain: string, at: number, lexicon: QueryLexicon): ReadItems | null => {
  const before = plain[at - 1] ?? ' '
  if (latinRE.test(before)) return null
  transportRE.lastIndex = at
  const name = transportRE.exec(plain)?.[0]
  if (name === undefined) return null
  let end = at + name.length
  const next = plain[end] ?? ' '
  if (latinRE.test(next)) return null
  // A word of a language without spaces that starts with TCP is text, unless it goes on to name a port.
  if (wordCharacterRE.test(next) && !isDigit(next) && readPorts(plain, end, lexicon) === null) return null
  if (minusRE.test(next) && isDigit(plain[end + 1])) end++
  const transport = name.toLowerCase() === 'tcp' ? 'tcp' : 'udp'
  return {
    items: [{kind: 'transport', transport, bound: before === '/' || before === ':' || isDigit(before)}],
    end,
  }
}

/** Up to a space or a list separator; a path such as `Access/SIP(TLS)/TCP/5061` is read part by part. */
const readWord = (plain: string, at: number): ReadItems | null => {
  if (!wordCharacterRE.test(String.fromCodePoint(plain.codePointAt(at) ?? 32))) return null
  let end = at
  while (end < plain.length && !endOfWordRE.test(plain[end] ?? '')) end++
  const port = portAfterSlash(plain, at, end)
  if (port === -1)
    return {items: [{kind: 'word', text: withoutPunctuation(plain.slice(at, end)), quoted: false}], end}
  const items: Item[] = []
  let word = ''
  const close = () => {
    if (wordCharacterRE.test(word)) items.push({kind: 'word', text: withoutPunctuation(word), quoted: false})
    word = ''
  }
  for (const part of plain.slice(at, port).split(pathSeparatorRE)) {
    const name = part.trim().toLowerCase()
    if (name === 'tcp' || name === 'udp') {
      close()
      items.push({kind: 'transport', transport: name, bound: false})
    } else if (part.length > 1) {
      close()
      word = part
      close()
    } else word += word === '' ? part : `/${part}`
  }
  close()
  return {items, end: port}
}

/** Where the number of a path starts: behind the last slash that a digit follows. */
const portAfterSlash = (plain: string, from: number, to: number): number => {
  const slash = plain.lastIndexOf('/', to - 1)
  return slash > from && isDigit(plain[slash + 1]) ? slash + 1 : -1
}

const withoutPunctuation = (word: string): string => {
  const characters = [...word]
  while (characters.length > 0 && !wordCharacterRE.test(characters.at(-1) ?? '')) characters.pop()
  return characters.join('')
}
