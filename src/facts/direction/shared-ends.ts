/** Words side by side of which the first leaves out the end that the second one has: `In-/Outbound`, `ein- oder ausgehend`. */
import {lowerCase} from '../../text/normalize.ts'

const HYPHEN = '[-\u2010\u2011]'
/** `Ein-/Aus…`, `in- and out…`, `인/아웃…`; a hyphen tells that the end is left out. */
const pairRE = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?<first>\\p{L}{1,12})(?:(?<hyphen>${HYPHEN})\\s?(?:[/,;&+·]\\s?|\\p{L}{1,4}\\.?\\s)|\\s?[/·]\\s?)(?<second>\\p{L}{2,30})`,
  'gu',
)

/** A letter alone begins too many words. */
const LETTERS = 2

/** Whether a text has one of the words without the end that another word beside it has. */
export function leavesOutEnd(text: string, words: readonly string[]): boolean {
  return [...lowerCase(text).matchAll(pairRE)].some(({groups}) => {
    const {first = '', second = '', hyphen} = groups ?? {}
    const ends = Array.from({length: second.length - 1}, (_, at) => second.slice(at + 1))
    const whole = new Set(ends.map((end) => first + end))
    const isBegun = hyphen !== undefined && first.length >= LETTERS
    return words.map(lowerCase).some((word) => whole.has(word) || (isBegun && word.startsWith(first)))
  })
}
