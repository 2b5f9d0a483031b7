/** Ranges with one bound: `1024+`, `≥ 1024`, `above 1023`, `1024 以上` become `1024-65535`, in the words of a locale. */
import {localeData} from '../../languages/languages.ts'
import {BREAK} from '../../text/cell-structure.ts'
import {lookUp} from '../../text/look-up.ts'
import {foldToken} from '../../text/normalize.ts'
import {MAX_PORT} from './ranges.ts'

const NUMBER = "(?<n>[0-9]{1,2}[,.’' ][0-9]{3}|[0-9]{1,5})(?![0-9])"
/** Where a member of a list starts and ends. */
const START = `(?<=^|[,;、/|&${BREAK}(]\\s?)`
const END = `(?=\\s?(?:$|[,;、/|&)${BREAK}]))`

interface Pattern {
  pattern: RegExp
  bounds: (value: number) => [low: number, high: number]
}

const bounds: Record<string, Pattern['bounds']> = {
  atLeast: (value) => [value, MAX_PORT],
  above: (value) => [value + 1, MAX_PORT],
  atMost: (value) => [1, value],
  below: (value) => [1, value - 1],
}

const known = new Map<string, Pattern[]>()

/** The cell with each open range as a closed one; numbers that are no ports stay for the grammar to refuse. */
export function closeRanges(cell: string, locale: string): string {
  if (!/[0-9]/u.test(cell) || /^[0-9,;\s–-]*$/u.test(cell)) return cell
  return patternsOf(locale).reduce(
    (text, {pattern, bounds: boundsOf}) =>
      text.replace(pattern, (...found) => {
        const [low, high] = boundsOf(Number(String(found.at(-1).n).replace(/[^0-9]/gu, '')))
        return low > high || high > MAX_PORT ? found[0] : `${low}-${high}`
      }),
    cell,
  )
}

function patternsOf(locale: string): Pattern[] {
  const found = known.get(locale)
  if (found) return found
  const {openRanges, portWords} = localeData(locale)
  const ports = `(?:${portWords
    .map((word) => toWords(foldToken(word)))
    .toSorted((a, b) => b.length - a.length)
    .join('|')})`
  const patterns = Object.entries(openRanges).flatMap(([kind, templates]) =>
    templates.flatMap((template): Pattern[] => {
      const boundsOf = lookUp(bounds, kind)
      return boundsOf ? [{pattern: toPattern(template, ports), bounds: boundsOf}] : []
    }),
  )
  known.set(locale, patterns)
  return patterns
}

/** `{n} and above`: words with spaces or without, the number in between, perhaps a word for ports around. */
function toPattern(template: string, ports: string): RegExp {
  const [before = '', after = ''] = foldToken(template).split('{n}').map(toWords)
  const gap = (words: string) => (words === '' ? '' : '\\s?')
  return new RegExp(
    `${START}(?:${ports}\\s?)?${before}${gap(before)}${NUMBER}${gap(after)}${after}(?:\\s?[の的]?\\s?${ports})?${END}`,
    'giu',
  )
}

const toWords = (text: string): string =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
    .replaceAll(' ', '\\s?')
