/** Makes queries from a dataset, each with the rules that a plain scan of the dataset gives; no code of search is used. */
import type {KnowledgeBase, Row, Rule, Table, Text} from '../../src/model/schema.ts'
import {createRandom} from '../search/support/generated-kb.ts'

export interface MadeQuery {
  text: string
  locale: string
  /** Ids of the rules that must be found, and no other. */
  rules: string[]
}

interface Placed {
  rule: Rule
  row: Row
  table: Table
}

const placedRules = ({topics}: KnowledgeBase): Placed[] =>
  topics
    .filter(({tables}) => tables.some(({portTable}) => portTable))
    .flatMap(({tables}) =>
      tables.flatMap((table) => table.rows.flatMap((row) => row.rules.map((rule) => ({rule, row, table})))),
    )

const textIn = ({source, texts}: Text, locale: string): string =>
  texts[locale]?.text || (source ?? Object.values(texts).find(({text}) => text !== '')?.text ?? '')

/** What a reader sees in a row and over it. */
const rowTexts = ({row, table}: Placed, locale: string): string[] => [
  ...row.cells.map((cell) => textIn(cell, locale)),
  ...row.cells.map((_, at) => {
    const header = table.header?.cells[at]
    return header === undefined ? '' : textIn(header, locale)
  }),
]

const pick = <Value>(values: readonly Value[], random: (limit: number) => number): Value => {
  const value = values[random(values.length)]
  if (value === undefined) throw new Error('there is nothing to make queries from')
  return value
}

const ids = (rules: readonly Placed[]): string[] => rules.map(({rule}) => rule.id).sort()

const unspacedRE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,8}$/u

/** Pieces of 2 to 8 characters of a language without spaces, from anywhere in a row. */
export const pieceQueries = (kb: KnowledgeBase, locale: string, count: number, seed: number): MadeQuery[] => {
  const random = createRandom(seed)
  const rules = placedRules(kb)
  const squeeze = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
  const squeezed = rules.map((rule) => rowTexts(rule, locale).map(squeeze))
  const made: MadeQuery[] = []
  while (made.length < count) {
    const text = pick(pick(squeezed, random), random)
    const from = random(text.length + 1)
    const piece = text.slice(from, from + 2 + random(7))
    if (!unspacedRE.test(piece)) continue
    made.push({
      text: piece,
      locale,
      rules: ids(rules.filter((_, at) => squeezed[at]?.some((cell) => cell.includes(piece)))),
    })
  }
  return made
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()

const wordRE = /[\p{L}\p{M}\p{N}]+/gu
const letters = /^\p{L}{3,}$/u

/** Words and beginnings of words, half of them without their accents, some in capitals. */
export const wordQueries = (kb: KnowledgeBase, locale: string, count: number, seed: number): MadeQuery[] => {
  const random = createRandom(seed)
  const rules = placedRules(kb)
  const protocols = new Set(rules.flatMap(({rule}) => rule.facts.protocols))
  const words = rules.map((rule) => rowTexts(rule, locale).flatMap((text) => text.match(wordRE) ?? []))
  const folded = words.map((own) => own.map(plain))
  const made: MadeQuery[] = []
  while (made.length < count) {
    const word = pick(pick(words, random), random)
    const cut = random(2) === 0 ? word : word.slice(0, 3 + random(word.length))
    // Protocols and transports are asked for by what rules state; the unit tests cover them.
    if (!letters.test(cut) || protocols.has(cut.toUpperCase()) || ['tcp', 'udp'].includes(cut.toLowerCase()))
      continue
    const text = pick([cut, plain(cut), cut.toUpperCase()], random)
    const start = plain(cut)
    made.push({
      text,
      locale,
      rules: ids(rules.filter((_, at) => folded[at]?.some((own) => own.startsWith(start)))),
    })
  }
  return made
}

const groupSeparators = ['', ',', '.', ' ', '\u00a0', '\u202f', '’']
const rangeSeparators = ['-', ' - ', '–', '～', ' 〜 ', '~', '..']
const fullWidth = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0))
const grouped = (port: number, character: string) =>
  port < 1000 ? `${port}` : `${Math.floor(port / 1000)}${character}${`${port % 1000}`.padStart(3, '0')}`

/** Ports and ranges in every spelling, of ports that occur, of their neighbours, and of any. */
export const portQueries = (
  kb: KnowledgeBase,
  locales: readonly string[],
  count: number,
  seed: number,
): MadeQuery[] => {
  const random = createRandom(seed)
  const rules = placedRules(kb)
  const bounds = rules.flatMap(({rule}) => [...rule.facts.ports, ...rule.facts.sourcePorts].flat())
  const somePort = () =>
    Math.max(0, Math.min(65535, random(3) === 0 ? random(65536) : pick(bounds, random) + random(3) - 1))
  return Array.from({length: count}, () => {
    const ends = [somePort(), random(3) === 0 ? somePort() : null]
      .filter((port) => port !== null)
      .sort((a, b) => a - b)
    const character = pick(groupSeparators, random)
    const transport = pick(['', '', 'tcp', 'udp'] as const, random)
    const number = ends.map((port) => grouped(port, character)).join(pick(rangeSeparators, random))
    const spelt = random(4) === 0 ? fullWidth(number) : number
    const text =
      transport === ''
        ? spelt
        : pick(
            [`${spelt}/${transport}`, `${transport} ${spelt}`, `${transport.toUpperCase()}:${spelt}`],
            random,
          )
    const [low = 0, high = low] = ends
    const opens = ({rule}: Placed) =>
      (transport === '' || rule.facts.transports.includes(transport)) &&
      [...rule.facts.ports, ...rule.facts.sourcePorts].some(([from, to]) => from <= high && to >= low)
    return {text, locale: pick(locales, random), rules: ids(rules.filter(opens))}
  })
}
