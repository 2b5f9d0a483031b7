/** A range of ports must keep both its bounds and its separator. */
import {RANGE_SEPARATOR} from '../../facts/ports/range-separators.ts'
import {type Asked, always, defineCheck, isLoss, type Problem, replaceSpan} from '../engine/check.ts'
import {maySayRange, type RangeRead} from '../reading/numbers/numbers.ts'
import {isGrouped, stretchOf, writeRange} from '../reading/numbers/written-numbers.ts'

const keyOf = ({low, high}: RangeRead): string => `${low}-${high}`

/** A text with more broken ranges is looked at by a person anyway. */
const MOST = 30

/** Numbers of the translation that belong to no range of the English: where the broken one must stand. */
const brokenStretch = ({english, target}: Asked, range: RangeRead): [number, number] | null => {
  const others = new Set(
    english.numbers.filter(({value}) => value !== range.low && value !== range.high).map(({value}) => value),
  )
  return stretchOf(target.numbers.filter(({value}) => !others.has(value)))
}

export const portRange = defineCheck({
  id: 'port-range',
  severity: 'critical',
  scope: {prose: always, votes: isLoss},
  why: 'With a bound lost or glued to another number, the firewall is opened for other ports than the product uses.',
  wrongWhen: 'The range is written in words that the locale’s data does not list as range words.',
  good: [
    {locale: 'fr-FR', source: 'A/V/RTP/UDP/50,000-59,999', target: 'A/V/RTP/UDP/50 000-59 999'},
    {locale: 'ja-JP', source: 'TCP 50,000-59,999', target: 'TCP 50,000 ～ 59,999'},
    {locale: 'zh-TW', source: '6891-6901', target: '6891 至 6901'},
    {locale: 'cs-CZ', source: 'UDP 40,100-40,999', target: 'UDP 40100 až 40999'},
    {locale: 'tr-TR', source: 'UDP 40,100-40,999', target: 'UDP 40100 ile 40999 arası'},
  ],
  bad: [
    {
      locale: 'fr-FR',
      source: 'A/V/RTP/TCP/50,000-59,999',
      target: 'A/V/RTP/TCP/50000-000-59 999',
      message: 'Unexpected “50000-000-59 999”, expected “50 000-59 999”',
      fix: 'A/V/RTP/TCP/50 000-59 999',
    },
    {
      locale: 'ja-JP',
      source: 'TCP 50,000-59,999',
      target: 'TCP 50000 59999',
      message: 'Unexpected “50000 59999”, expected “50,000 ～ 59,999”',
      fix: 'TCP 50,000 ～ 59,999',
    },
    {
      locale: 'cs-CZ',
      source: 'UDP 40,100-40,999',
      target: 'UDP 40100, 40999',
      message: 'Unexpected “40100, 40999”, expected “40,100-40,999”',
      fix: 'UDP 40,100-40,999',
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, context} = asked
    const grouped = isGrouped(english.text)
    const whole = new Set(target.ranges.filter((range) => !isGlued(asked, range)).map(keyOf))
    const lost = english.ranges
      .filter((range) => !whole.has(keyOf(range)))
      .filter((range) => !maySayRange(range, target.wide, target.numbers, context.data))
      .slice(0, MOST)
      .map((range): Problem => {
        const span = brokenStretch(asked, range)
        const actual = span ? target.text.slice(...span) : ''
        return {actual, expected: writeRange(range, grouped, context.data), span}
      })
    if (lost.length > 0) return lost
    const mixed = isMixed(english.text)
      ? []
      : target.ranges.filter((range) => isMixed(target.wide.slice(range.start, range.end)))
    if (mixed.length > 0) {
      return mixed.map((range) => ({
        actual: target.text.slice(range.start, range.end),
        expected: writeRange(range, grouped, context.data),
        span: [range.start, range.end],
        severity: 'minor',
      }))
    }
    const values = new Set(english.numbers.map(({value}) => value))
    const ranges = new Set(english.ranges.map(keyOf))
    return target.ranges
      .filter(({low, high}) => values.has(low) || values.has(high))
      .filter((range) => !ranges.has(keyOf(range)))
      .slice(0, MOST)
      .map((range) => ({
        actual: target.text.slice(range.start, range.end),
        expected: english.numbers.map(({value}) => value).join(', '),
        span: null,
      }))
  },
  fix: ({target}, {span, expected}) => (span ? replaceSpan(target.text, span, expected) : null),
})

/** One bound is written in groups of three, the other is not. */
const isMixed = (text: string): boolean => /\d[,. ]\d{3}(?!\d)/.test(text) && /\d{5}/.test(text)

const gluedBeforeRE = new RegExp(`\\d${RANGE_SEPARATOR}$`, 'u')
const gluedAfterRE = new RegExp(`^${RANGE_SEPARATOR}\\d`, 'u')

/** A further number hangs on the range by a separator: `50000-000-59 999`. */
const isGlued = ({target: {wide}}: Asked, {start, end}: RangeRead): boolean =>
  gluedBeforeRE.test(wide.slice(Math.max(0, start - 4), start)) || gluedAfterRE.test(wide.slice(end, end + 4))
