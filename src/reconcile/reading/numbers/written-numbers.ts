/** How the numbers of an English cell are written in another language. */
import type {LocaleData} from '../../../languages/words-schema.ts'
import type {NumberRead, RangeRead} from './numbers.ts'

/** Digits in groups of three with the locale's separator, where the English groups them; else as they are. */
export const writeNumber = (value: number, grouped: boolean, {digitGroups}: LocaleData): string => {
  const digits = String(value)
  return grouped && digits.length > 4
    ? `${digits.slice(0, -3)}${digitGroups[0] ?? ''}${digits.slice(-3)}`
    : digits
}

/** A range in the locale's style. */
export const writeRange = ({low, high}: RangeRead, grouped: boolean, data: LocaleData): string =>
  data.style.range
    .replace('{low}', writeNumber(low, grouped, data))
    .replace('{high}', writeNumber(high, grouped, data))

/** Whether the English writes its numbers in groups of three. */
export const isGrouped = (text: string): boolean => /\d[, ]\d{3}/.test(text)

/** The stretch of digits, range separators and group separators around all of `numbers`. */
export const stretchOf = (numbers: readonly NumberRead[]): [number, number] | null => {
  const first = numbers[0]
  const last = numbers.at(-1)
  return first && last ? [first.start, last.end] : null
}
