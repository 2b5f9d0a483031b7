/** Every number of the English must stand in the translation, and no other one. */
import {lookUp} from '../../text/look-up.ts'
import {type Asked, defineCheck, isLoss, type Problem, replaceSpan} from '../engine/check.ts'
import {isSame, ordersOf} from '../learning/number-order.ts'
import {exchangedNumbers} from '../reading/numbers/bound-numbers.ts'
import {spelledNumbers} from '../reading/numbers/english-number-words.ts'
import {isMeasure} from '../reading/numbers/measures.ts'
import {type NumberRead, readNumbers} from '../reading/numbers/numbers.ts'
import {maySpell} from '../reading/numbers/spelled.ts'
import {isGrouped, writeNumber} from '../reading/numbers/written-numbers.ts'
import {hasWord, plainWord} from '../reading/words.ts'

/** English words beside those for numbers that a translation may write in digits. */
const numberWords: Record<string, number[]> = {
  single: [1],
  first: [1],
  primary: [1],
  once: [1],
  both: [2],
  second: [2],
  secondary: [2],
  twice: [2],
  dual: [2],
  pair: [2],
  third: [3],
  tertiary: [3],
  fourth: [4],
  // Of an hour, in minutes; of a day, in hours.
  half: [30, 12],
  quarter: [15, 3],
  hourly: [1],
  daily: [1],
  an: [1],
  a: [1],
  each: [1],
  per: [1],
  every: [1],
}

const valuesOf = (numbers: readonly NumberRead[]): Set<number> => new Set(numbers.map(({value}) => value))

const inWords = ({english}: Asked): Set<number> =>
  new Set([
    ...english.words.flatMap(({text}) => lookUp(numberWords, text.toLowerCase()) ?? []),
    ...spelledNumbers(english.text).flatMap(inGroups),
    ...monthsIn(english.text),
  ])

/** Digits in groups of three are one number only where it may be a port: `200 000` is two. */
const inGroups = (value: number): number[] => [
  value,
  ...(value < 1000 ? [] : [Math.floor(value / 1000), value % 1000]),
]

const MONTH_RE =
  /\b(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/g
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Months that the English names: a translation may write them in digits, with a zero before. */
const monthsIn = (text: string): number[] =>
  [...text.matchAll(MONTH_RE)].map(([month]) => MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1)

/** All numbers are there, and two of them changed places: traffic of one port goes to the other. */
const movedProblems = ({english, target, context}: Asked): Problem[] => {
  const orders = english.path || english.tokensOnly ? null : ordersOf(english.numbers, target.numbers)
  if (orders === null || isSame(orders) || !context.keepsNumberOrder()) return []
  return [{actual: orders.target.join(' … '), expected: orders.english.join(' … '), span: null}]
}

/** `LDAP 636` and `LDAPS 389` for `LDAP 389` and `LDAPS 636`. */
const crossedProblems = ({english, target}: Asked): Problem[] => {
  const found =
    english.path || english.tokensOnly
      ? null
      : exchangedNumbers(english, {text: target.wide, numbers: target.numbers})
  return found === null ? [] : [{actual: found.own, expected: found.right, span: null}]
}

const spelt = ['two', 'three', 'four', 'five', 'six']

/** "Three" for "two", both as words: the translation has another number's word, and nothing for the right one. */
const otherNumberWord = ({english, target, context: {lexicon}}: Asked): Problem[] =>
  spelt.flatMap((word, index): Problem[] => {
    const value = String(index + 2)
    const right = lookUp(lexicon.numbers, value) ?? []
    if (!english.vocabulary.has(word) || right.length === 0) return []
    if (hasWord(target.folded, right) || target.numbers.some((number) => String(number.value) === value))
      return []
    const others = Object.entries(lexicon.numbers).filter(
      ([other]) => other !== value && !english.vocabulary.has(spelt[Number(other) - 2] ?? ''),
    )
    const wrong = others.flatMap(([, words]) => words).find((each) => hasWord(target.folded, [each]))
    return wrong === undefined
      ? []
      : [{actual: plainWord(wrong).trim(), expected: plainWord(right[0]).trim(), span: null}]
  })

export const portNumber = defineCheck({
  id: 'port-number',
  severity: 'critical',
  scope: {
    prose: (problem, asked) => isLoss(problem) && isPort(problem.expected, asked),
    votes: (problem, asked) => isLoss(problem) && !maySpell(Number(problem.expected), asked.target.wide),
  },
  why: 'Another number is another port, another count of ports, or another version of the product.',
  wrongWhen: 'The translation rightly writes a number as a word, or a word as a number above twelve.',
  good: [
    {locale: 'ja-JP', source: 'One or more ports', target: '1 つ以上のポート'},
    {locale: 'fr-FR', source: 'HTTPS/TCP/4443', target: 'HTTPS/TCP/4443'},
    {locale: 'de-DE', source: '00:05:00 (5 minutes)', target: '00:05:00 (5 Minuten)'},
    {
      locale: 'ja-JP',
      source: 'Port 8080 is used for HTTP and port 8443 for HTTPS.',
      target: 'HTTP にはポート 8080、HTTPS にはポート 8443 を使用します。',
    },
  ],
  bad: [
    {
      locale: 'es-ES',
      source: 'Three nodes',
      target: 'Cinco nodos',
      message: 'Unexpected “cinco”, expected “tres”',
      fix: null,
    },
    {locale: 'zh-TW', source: '20', target: '1280', message: 'Unexpected “1280”, expected “20”', fix: '20'},
    {
      locale: 'fr-FR',
      source: 'UDP 3478',
      target: 'UDP 3487',
      message: 'Unexpected “3487”, expected “3478”',
      fix: 'UDP 3478',
    },
    {
      locale: 'pl-PL',
      source: 'LDAP uses port 389 and LDAPS uses port 636.',
      target: 'LDAP używa portu 636, a LDAPS portu 389.',
      message: 'Unexpected “LDAP 636, LDAPS 389”, expected “LDAP 389, LDAPS 636”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'From port 443 to port 4443',
      target: 'Du port 4443 au port 443',
      elsewhere: [80, 81, 82, 83, 84, 85, 86, 87].map((port) => [
        `From port ${port} to port 80${port}`,
        `Du port ${port} au port 80${port}`,
      ]),
      message: 'Unexpected “4443 … 443”, expected “443 … 4443”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, context, unit} = asked
    const source = valuesOf(english.numbers)
    const found = valuesOf(target.numbers)
    let words: Set<number> | null = null
    const isSpelt = (value: number): boolean => {
      words ??= inWords(asked)
      return words.has(value)
    }
    const broken = brokenBounds(asked)
    const isNamed = ({value}: NumberRead): boolean =>
      hasWord(target.folded, lookUp(context.lexicon.numbers, String(value)) ?? [])
    const missing = [...new Map(english.numbers.map((number) => [number.value, number])).values()].filter(
      (number) =>
        !found.has(number.value) &&
        !broken.has(number.value) &&
        !isInWildcard(number, english.text, target.wide) &&
        !isInMeasure(asked, number) &&
        !(mayBeWord(asked, number) && isNamed(number)),
    )
    const months = new Set(monthsIn(english.text))
    const zeroLed = valuesOf(english.numbers.filter(isZeroLed))
    const plain = valuesOf(english.numbers.filter((number) => !isZeroLed(number)))
    // `00:05:00 (5 minutes)` has both forms of a value, and so may the translation.
    const isOtherForm = (number: NumberRead): boolean =>
      isZeroLed(number) ? !zeroLed.has(number.value) : zeroLed.has(number.value) && !plain.has(number.value)
    const extra = target.numbers.filter(
      (number) =>
        (!source.has(number.value) &&
          !english.digits.has(number.value) &&
          !isSpelt(number.value) &&
          !isInWildcard(number, target.wide, english.text)) ||
        (isOtherForm(number) && !months.has(number.value)),
    )
    const grouped = isGrouped(english.text)
    const problems = missing.map((number, index): Problem => {
      const {value} = number
      if (english.tokensOnly && english.text.trim() === String(value)) {
        return {actual: target.text, expected: String(value), span: [0, target.text.length]}
      }
      const wrong = missing.length === extra.length ? extra[index] : undefined
      const isUnknown = extra.length === 0 && mayBeWord(asked, number) && !isKnownWord(asked, number)
      return {
        ...(isUnknown ? {severity: 'minor' as const} : {}),
        actual: wrong ? target.text.slice(wrong.start, wrong.end) : '',
        expected: writeNumber(value, grouped, context.data),
        span: wrong ? [wrong.start, wrong.end] : null,
      }
    })
    if (problems.length > 0) return problems
    const added = extra
      .filter(
        ({start}) =>
          !target.ranges.some(
            (range) => start >= range.start && start < range.end && english.ranges.length > 0,
          ),
      )
      .map(
        ({start, end}): Problem => ({
          actual: target.text.slice(start, end),
          expected: '',
          span: [start, end],
          ...(unit.personal && isMeasure(target.wide, end, unit.locale) ? {severity: 'minor' as const} : {}),
        }),
      )
    if (added.length > 0) return added
    const other = otherNumberWord(asked)
    if (other.length > 0) return other
    const crossed = crossedProblems(asked)
    return crossed.length > 0 ? crossed : movedProblems(asked)
  },
  fix: ({target}, {span, expected}) =>
    span && expected !== '' ? replaceSpan(target.text, span, expected) : null,
})

/** The `1` of `5.1` where the other text has `5.x`: it names a release of those. */
const isInWildcard = ({start}: NumberRead, text: string, other: string): boolean => {
  const [, major] = /(?<![\d.])(\d+)\.$/.exec(text.slice(Math.max(0, start - 5), start)) ?? []
  return major !== undefined && new RegExp(`(?<![\\d.])${major}\\.x(?![A-Za-z])`, 'i').test(other)
}

/** Higher numbers are hardly written as words. */
const MOST_SPELT = 20
const BEFORE_PORT_RE = /(?:\bports?|\btcp|\budp|[/:#.-])\s*$/i

/** A count in a sentence, which a translation may write as a word; ports are always digits. */
const mayBeWord = ({english, target}: Asked, {value, start}: NumberRead): boolean =>
  value >= 1 &&
  value <= MOST_SPELT &&
  !english.tokensOnly &&
  !english.path &&
  /\p{L}{2}/u.test(target.folded) &&
  !BEFORE_PORT_RE.test(english.text.slice(0, start))

/** Where no words for numbers are known, nobody can tell whether one is missing. */
const isKnownWord = ({context: {lexicon}}: Asked, {value}: NumberRead): boolean =>
  (lookUp(lexicon.numbers, String(value)) ?? []).length > 0

const UNIT_RE = /^ ?(\p{Script=Latin}{1,5})(?!\p{L})/u

/** `8GB` for `8 GB`: the number stands right before its unit, and is a part of that word. */
const isInMeasure = ({english, target}: Asked, {digits, end}: NumberRead): boolean => {
  const unit = UNIT_RE.exec(english.text.slice(end))?.[1]
  return (
    unit !== undefined &&
    /^\p{Lu}|^[kµm]/u.test(unit) &&
    new RegExp(`(?<![\\p{Script=Latin}\\d])${digits}${unit}(?!\\p{Script=Latin})`, 'u').test(target.wide)
  )
}

/** Bounds of ranges that the translation doesn't have: a broken range is problem whole, by its own check. */
const brokenBounds = ({english, target}: Asked): Set<number> => {
  const whole = new Set(target.ranges.map(({low, high}) => `${low}-${high}`))
  const seen = new Set<number>()
  const broken = new Set<number>()
  for (const {low, high} of english.ranges)
    for (const bound of [low, high]) {
      if (!seen.has(bound) && !whole.has(`${low}-${high}`)) broken.add(bound)
      seen.add(bound)
    }
  return broken
}

const isZeroLed = ({digits}: NumberRead): boolean => /^0\d/.test(digits)

const PORT_WORDS = new Set(['port', 'tcp', 'udp'])
/** So many words may stand between "port" and its number: "port range of 50,000". */
const NEAR = 3

/** The number is a port of the English: in a range or a path, or near "port", "TCP" or "UDP". */
const isPort = (expected: string, {english}: Asked): boolean => {
  const values = new Set(readNumbers(expected, [',', ' ', '.']).map(({value}) => value))
  const {words, singulars, slashGroups, ranges, numbers} = english
  if (ranges.some(({low, high}) => values.has(low) || values.has(high))) return true
  if (slashGroups.some(({parts}) => parts.some((part) => values.has(Number(part))))) return true
  return numbers
    .filter(({value}) => values.has(value))
    .some(({start}) => {
      const next = words.findIndex((word) => word.start > start)
      const at = next === -1 ? words.length : next
      return singulars.slice(Math.max(0, at - NEAR), at + 1).some((word) => PORT_WORDS.has(word))
    })
}
