/** Finds the port numbers of a cell: which digits belong together, and what stands between the numbers. */
import {MAX_PORT} from './ranges.ts'

export type NumbersReading =
  /** One more gap than values: before the first, between two, after the last. */
  {ok: true; values: number[]; gaps: string[]} | {ok: false; reason: string}

interface Reading {
  numbers: {text: string; value: number; grouped: boolean}[]
  gaps: string[]
}

const DIGITS_RE = /[0-9]+/gu

/** `text` has ASCII digits and single spaces; `groupSeparators` are the separators that may group digits. */
export function readPortNumbers(text: string, groupSeparators: readonly string[]): NumbersReading {
  const separators = new Set(groupSeparators.map((separator) => (separator.trim() === '' ? ' ' : separator)))
  const grouped = split(text, separators)
  const values = settle(grouped)
  // A comma means one thing in a cell: where one is a list separator for certain, the others are tried as such first.
  if (grouped.gaps.slice(1, -1).includes(',') && grouped.numbers.some(({text: t}) => t.includes(','))) {
    const flat = split(text, new Set([...separators].filter((separator) => separator !== ',')))
    const flatValues = settle(flat)
    if (flatValues.ok) return flatValues
  }
  return values
}

function split(text: string, separators: ReadonlySet<string>): Reading {
  const runs = [...text.matchAll(DIGITS_RE)].map(({0: digits, index}) => ({digits, start: index}))
  const reading: Reading = {numbers: [], gaps: []}
  let end = 0
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]
    if (!run) break
    reading.gaps.push(text.slice(end, run.start))
    end = run.start + run.digits.length
    const next = runs[i + 1]
    const joined =
      next && next.digits.length === 3 && next.start === end + 1 && separators.has(text.charAt(end))
    const value = Number(`${run.digits}${next?.digits ?? ''}`)
    const grouped =
      joined === true && run.digits.length <= 2 && !run.digits.startsWith('0') && value <= MAX_PORT
    if (grouped) {
      end = next.start + next.digits.length
      i++
    }
    const start = run.start
    reading.numbers.push({
      text: text.slice(start, end),
      value: grouped ? value : Number(run.digits),
      grouped,
    })
  }
  reading.gaps.push(text.slice(end))
  return reading
}

function settle({numbers, gaps}: Reading): NumbersReading {
  for (const [i, {text, value, grouped}] of numbers.entries()) {
    if (text.length > 1 && text.startsWith('0'))
      return {ok: false, reason: `a port does not start with 0: “${text}”`}
    if (value > MAX_PORT) return {ok: false, reason: `${text.slice(0, 20)} is above ${MAX_PORT}`}
    const next = numbers[i + 1]
    const separator = grouped ? text.at(-4) : undefined
    if (separator !== undefined && gaps[i + 1] === separator && next?.text.length === 3)
      return {ok: false, reason: `the groups of digits are unclear: “${text}${separator}${next.text}”`}
  }
  return {ok: true, values: numbers.map(({value}) => value), gaps}
}
