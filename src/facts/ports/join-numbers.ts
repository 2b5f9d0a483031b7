/** Numbers and what stands between them become ranges: a range separator, a list, or words that belong together. */
import {plainText} from '../../text/cell-structure.ts'
import {framesOf, type GapToken} from './gap-words.ts'
import {type Range, sortRanges} from './ranges.ts'

export type PortsReading =
  | {ok: true; ranges: Range[]; any: boolean}
  /** `words`: the cell speaks of something else than numbers of ports; `broken`: its numbers can't be read. */
  | {ok: false; reason: string; kind: 'words' | 'broken'}

export const broken = (reason: string): PortsReading => ({ok: false, reason, kind: 'broken'})
export const words = (reason: string): PortsReading => ({ok: false, reason, kind: 'words'})

export const withoutNumbers = (name: string): string =>
  `“${name.slice(0, 60)}” names a range whose numbers are not given; write them, such as 49152-65535`

/** One more gap than values. */
export function joinNumbers(
  values: readonly number[],
  gaps: readonly GapToken[][],
  locale: string,
): PortsReading {
  const isStranger = ({kind}: GapToken) => kind === 'unknown' || kind === 'any'
  const foreign = gaps.findIndex((gap) => gap.some(isStranger))
  const stranger = gaps[foreign]?.find(isStranger)
  if (stranger) {
    if (stranger.text.startsWith('(')) return broken('the words in brackets may name more ports')
    // Marks of the cell's structure are no text that a reader could look for.
    const text = plainText(stranger.text)
    const reason = text === '' ? 'unexpected markup between its numbers' : `unexpected “${text}”`
    return foreign === 0 ? words(reason) : broken(reason)
  }
  const ranges: Range[] = []
  const joints: Joint[] = []
  let low: number | null = null
  for (const [i, value] of values.entries()) {
    const joint = jointAfter(gaps, i, locale, i === values.length - 1)
    if (joint === null)
      return broken(`no character of a range or list between ${value} and ${values[i + 1] ?? ''}`)
    joints.push(joint)
    if (joint === 'range') {
      if (low !== null) return broken('a range has more than two bounds')
      low = value
      continue
    }
    if (low !== null && low > value) return broken(`the range runs backwards: ${low} to ${value}`)
    ranges.push([low ?? value, value])
    low = null
  }
  const lone = loneWord(values, gaps, joints)
  return lone === null ? {ok: true, ranges: sortRanges(ranges), any: false} : broken(lone)
}

/** Lower numbers behind a plus may be counts. */
const FEW = 20

/** What is wrong with words that mean nothing by themselves; null when each is where it belongs. */
function loneWord(
  values: readonly number[],
  gaps: readonly GapToken[][],
  joints: readonly Joint[],
): string | null {
  for (const [at, gap] of gaps.entries())
    for (const [i, {kind, text}] of gap.entries()) {
      if (kind === 'open' && joints[at] !== 'range') return `“${text}” opens a range that has no end`
      if (kind === 'close' && joints[at - 2] !== 'range')
        return `“${text}” ends a range that has no beginning`
      if (kind === 'named' && (values.length !== 2 || joints[0] !== 'range')) return withoutNumbers(text)
      const next = values[at]
      if (kind === 'plus' && next !== undefined && next < FEW) return `“+ ${next}” may be a sum or a list`
      // `20 ports`, but not `port 20`.
      const isBehind = kind === 'count' && i === 0 && at > 0 && (at === values.length || gap.length === 1)
      if (isBehind && !gaps[at - 1]?.some((token) => token.kind === 'count'))
        return `“${values[at - 1]} ${text}” may be a count of ports`
    }
  return null
}

type Joint = 'range' | 'list' | 'end'

/** Words that join nothing. */
const silent: ReadonlySet<GapToken['kind']> = new Set(['skip', 'count', 'named', 'open', 'close'])

/** What joins number `i` to the next one; `end` after the last, null when nothing does or two things do. */
function jointAfter(gaps: readonly GapToken[][], i: number, locale: string, last: boolean): Joint | null {
  const before = gaps[i] ?? []
  const gap = gaps[i + 1] ?? []
  const after = gaps[i + 2] ?? []
  const told = gap.filter(({kind}) => !silent.has(kind))
  // `Port: 443` has a label.
  const isLabel = (token: GapToken | undefined) => token?.kind === 'count' || token?.kind === 'skip'
  const leads = before.filter(({kind}, at) => kind !== 'colon' || !isLabel(before[at - 1]))
  if (i === 0 && leads.some(({kind}) => !silent.has(kind) && kind !== 'list')) return null
  if (last) return told.length === 0 ? 'end' : null
  if (told.length === 1 && (told[0]?.kind === 'range' || told[0]?.kind === 'colon')) return 'range'
  const framed = framesOf(locale).some(
    ({open, mid, close}) =>
      (open !== '' || close !== '') &&
      told.length === 1 &&
      told[0]?.text === mid &&
      (open === '' || before.some(({text}) => text === open)) &&
      (close === '' || after.some(({text}) => text === close)),
  )
  if (framed) return 'range'
  const isList =
    told.length > 0 && told.every(({kind}) => kind === 'list' || kind === 'and' || kind === 'plus')
  return isList ? 'list' : null
}
