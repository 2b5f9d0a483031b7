/** Knows where a word of restriction is about ports themselves and not about who reaches them: `only these ports`, `except port 7002`. */
import {localeData} from '../../languages/languages.ts'
import {restrictingWordsOf} from '../../languages/lists/restricting.ts'
import {lookUp} from '../../text/look-up.ts'
import {onceByLocale} from '../../text/memoize.ts'
import {foldSearch} from '../../text/normalize.ts'
import {PhraseFinder, placedTokensOf} from '../../text/phrase-finder.ts'
import {conjunctionsOf, limitPatternsOf} from './limit-words.ts'
import {isEnd} from './sentence-limits.ts'

export interface OwnPorts {
  /** The folded sentence without what it restricts to ports. */
  rest: string
  /** How it restricts to ports that it gives by number; null where it does not. */
  byNumber: 'only' | 'except' | null
}

interface Finders {
  alone: PhraseFinder
  except: PhraseFinder
  pointers: PhraseFinder
  these: PhraseFinder
  ports: PhraseFinder
  /** Words for ports that may have other endings. */
  stems: readonly string[]
  loose: PhraseFinder
  leads: PhraseFinder
}

/** Letters of a word that may have an ending, and of that ending: `порта`. */
const [STEM, ENDING] = [4, 2]
/** Articles and words like them have so few letters. */
const FEW_LETTERS = 3

const findersOf = onceByLocale((locale): Finders => {
  const {denial, headers, portWords} = localeData(locale)
  const own = restrictingWordsOf(locale)
  const {fillers, leads} = limitPatternsOf(locale)
  const whole = (words: readonly string[]): string[] => words.map((word) => word.replaceAll('*', ''))
  return {
    alone: new PhraseFinder(own.flatMap(({alone}) => alone)),
    except: new PhraseFinder(own.flatMap(({except}) => whole(except))),
    pointers: new PhraseFinder([...denial.pointers, ...own.flatMap(({these}) => whole(these))]),
    these: new PhraseFinder(own.flatMap(({these}) => whole(these))),
    ports: new PhraseFinder([...portWords, ...(lookUp(headers, 'port') ?? []), 'tcp', 'udp', 'sctp']),
    stems: portWords.map(foldSearch).filter((word) => word.length >= STEM && !/\s/u.test(word)),
    loose: new PhraseFinder([
      ...fillers.filter(({length}) => length <= FEW_LETTERS),
      ...conjunctionsOf(locale),
      ...',、/',
    ]),
    leads: new PhraseFinder([...leads.source, ...leads.destination]),
  }
})

const numberRE = /^[0-9]{2,5}$/u
const endRE = /^[,;:،؛、.!?؟。：；]$/u
/** Scripts whose words for only follow what they restrict to. */
const followingRE = /[\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Characters that may stand between such a word and where the ports before it begin. */
const FAR = 14

type Run = 'numbers' | 'these'

/** What a sentence restricts to ports. */
export function ownPortsIn(sentence: string, locale: string): OwnPorts {
  const folded = foldSearch(sentence)
  const placed = placedTokensOf(folded)
  const tokens = placed.map(({token}) => token)
  const found = findersOf(locale)
  let rest = folded
  let byNumber: OwnPorts['byNumber'] = null
  for (let at = 0; at < tokens.length; at++)
    for (const kind of ['alone', 'except'] as const) {
      const end = found[kind].endAt(tokens, at)
      if (end < 0) continue
      // `except for 7002`
      const isLed = kind === 'except' && (tokens[end]?.length ?? 0) <= FEW_LETTERS
      const before = portsBefore(tokens, at, found)
      const ports =
        (before?.run === 'numbers' ? before : null) ??
        portsAfter(tokens, end, found) ??
        (isLed ? portsAfter(tokens, end + 1, found) : null) ??
        (kind === 'alone' ? before : null)
      if (ports === null) continue
      if (ports.run === 'numbers') byNumber = kind === 'except' || byNumber === 'except' ? 'except' : 'only'
      const behind = clauseFrom(tokens, Math.max(end, ports.end))
      // `only these ports from guests` says from where, too.
      if (found.leads.isIn(behind) || isEnd(behind.join(' '), locale)) continue
      const [from = 0, to = 0] = [placed[at]?.start, placed[end - 1]?.end]
      rest = `${rest.slice(0, from)}${' '.repeat(to - from)}${rest.slice(to)}`
    }
  return {rest: rest.replaceAll(/\s+/gu, ' ').trim(), byNumber}
}

const clauseFrom = (tokens: readonly string[], from: number): readonly string[] => {
  const end = tokens.findIndex((token, at) => at >= from && endRE.test(token))
  return tokens.slice(from, end < 0 ? tokens.length : end)
}

/** The ports right behind a word. */
function portsAfter(
  tokens: readonly string[],
  from: number,
  {pointers, these, ports, stems, loose}: Finders,
): {run: Run; end: number} | null {
  let run: Run | null = null
  for (let at = from; at < tokens.length; ) {
    const token = tokens[at] ?? ''
    const isForm = stems.some((stem) => token.startsWith(stem) && token.length <= stem.length + ENDING)
    const end = Math.max(ports.endAt(tokens, at), pointers.endAt(tokens, at), isForm ? at + 1 : -1)
    if (numberRE.test(token)) run = 'numbers'
    else if (end < 0 && loose.endAt(tokens, at) < 0) return run === null ? null : {run, end: at}
    if (ports.endAt(tokens, at) > 0 || these.endAt(tokens, at) > 0) run ??= 'these'
    at = Math.max(at + 1, end, loose.endAt(tokens, at))
  }
  return run === null ? null : {run, end: tokens.length}
}

/** The ports right before a word of a script whose words for only follow. */
function portsBefore(
  tokens: readonly string[],
  at: number,
  {pointers, ports}: Finders,
): {run: Run; end: number} | null {
  const particle = tokens[at - 1] ?? ''
  // `443 を除き`, `443을 제외`
  const isLed = particle.length === 1 && followingRE.test(particle)
  if (isLed && numberRE.test(tokens[at - 2] ?? '')) return {run: 'numbers', end: at}
  if (!followingRE.test(tokens[at] ?? '')) return null
  if (numberRE.test(particle)) return {run: 'numbers', end: at}
  for (let from = at - 1; from >= Math.max(0, at - FAR); from--)
    if (ports.endAt(tokens, from) === at || pointers.endAt(tokens, from) === at)
      return {run: numberRE.test(tokens[from - 1] ?? '') ? 'numbers' : 'these', end: at}
  return null
}
