/** Finds the two machines that a heading or a cell connects: `Console → Client`, `from the agents to the server`. */
import {localeData} from '../../languages/languages.ts'
import {foldSpace} from '../../text/normalize.ts'
import {arrowIn, hasArrow} from './arrows.ts'
import {namesMachine} from './machine-words.ts'

export interface Connection {
  source: string
  destination: string
  /** Either may start. */
  both: boolean
}

/** A longer name is a sentence. */
const MAX_NAME = 120

/** null where no two machines are named. An arrow is enough; words count only where what they join are machines. */
export function connectionIn(text: string, locale: string): Connection | null {
  const told = foldSpace(text.replace(/\s*\{#[^}]*\}\s*$/u, ''))
  const arrow = arrowIn(told)
  if (arrow !== null) {
    const [before, after] = [nameOf(arrow.before.split(/[:：]/u).at(-1) ?? ''), nameOf(arrow.after)]
    if (!(isName(before) && isName(after))) return null
    return arrow.way === 'back'
      ? {source: after, destination: before, both: false}
      : {source: before, destination: after, both: arrow.way === 'both'}
  }
  return wordsIn(told, locale, (name) => namesMachine(name, locale))
}

/** The same of a cell that is known to name two ends: its words count where `isEnd` knows what they join. */
export function connectionOf(
  text: string,
  locale: string,
  isEnd: (name: string) => boolean,
): Connection | null {
  return connectionIn(text, locale) ?? wordsIn(foldSpace(text), locale, isEnd)
}

/** Whether an arrow or words of a text join two things, whatever they are. */
export const joinsTwo = (text: string, locale: string): boolean =>
  hasArrow(text) || wordsIn(foldSpace(text), locale, () => true) !== null

const addressRE = /(?:[0-9]{1,3}\.){3}[0-9]{1,3}/u

const isName = (text: string): boolean =>
  (/\p{L}/u.test(text) || addressRE.test(text)) && text.length <= MAX_NAME

const nameOf = (text: string): string => text.replace(/^[\s"“«]+|[\s"”»,.;:]+$/gu, '')

/** The same of a cell below `Source / Destination`, where a slash is enough. */
export function pairOf(text: string, locale: string): Connection | null {
  const found = connectionIn(text, locale)
  if (found !== null) return found
  const [source = '', destination = '', more] = foldSpace(text).split(/\s*\/\s*|\s*\|\s*/u)
  return source === '' || destination === '' || more !== undefined ? null : {source, destination, both: false}
}

interface Template {
  /** Its words, each of which stands in what it matches: most texts have none, and the pattern costs more to make and to try. */
  words: readonly RegExp[]
  pattern: RegExp
  /** Tells of no way: `between {one} and {other}`. */
  both: boolean
}

const templates = new Map<string, Template[]>()

function templatesOf(locale: string): Template[] {
  const known = templates.get(locale)
  if (known) return known
  const made = localeData(locale).rules.connections.map((template): Template => {
    const isLed = !template.startsWith('{')
    const isSpaced = /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(template.replaceAll(/\{\w+\}/gu, ''))
    const escaped = template.replace(/[.*+?^$()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s')
    const words = escaped.split(/\{\w+\}/u).map((word) => new RegExp(word, 'iu'))
    const body = escaped
      .replace(/\{from\}|\{one\}/u, '(?<from>.{1,80}?)')
      .replace(/\{to\}|\{other\}/u, '(?<to>.{1,80})')
    const lead = isLed ? (isSpaced ? '(?:.{0,60}\\s)?' : '.{0,60}?') : ''
    return {words, pattern: new RegExp(`^${lead}${body}$`, 'iu'), both: template.includes('{one}')}
  })
  templates.set(locale, made)
  return made
}

function wordsIn(text: string, locale: string, isEnd: (name: string) => boolean): Connection | null {
  if (text.length > 2 * MAX_NAME) return null
  for (const {words, pattern, both} of templatesOf(locale)) {
    if (!words.every((word) => word.test(text))) continue
    const {from, to} = pattern.exec(text)?.groups ?? {}
    if (from === undefined || to === undefined) continue
    const [source, destination] = [nameOf(from), nameOf(to)]
    if (isEnd(source) && isEnd(destination)) return {source, destination, both}
  }
  return null
}
