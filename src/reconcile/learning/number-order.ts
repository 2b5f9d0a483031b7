/** Learns whether a locale leaves the numbers of a sentence in the order of the English, so that two that changed places are seen. */
import {localeData} from '../../languages/languages.ts'
import type {Reference} from '../engine/reference.ts'
import {readEnglish} from '../reading/english-cell.ts'
import type {NumberRead} from '../reading/numbers/numbers.ts'
import {readTarget} from '../reading/target-cell.ts'
import {distinctPairs} from './distinct-pairs.ts'

/**
 * So many texts must keep the order, three times as many as change it. Few are enough: of 157 texts that were measured in
 * three languages, two of which put the verb last or the place first, none changed it.
 */
const ENOUGH = 3
const TIMES = 3
/** So many texts tell it; more of them prove nothing more. */
const MOST = 1000
/** Smaller numbers are counts and versions, which move with their words; so do years. */
const SMALLEST = 20

/** Two numbers that are long enough. */
const TWO_RE = /\d\d.*\D.*\d\d/s

const isMovable = ({value}: NumberRead): boolean => value >= SMALLEST && (value < 1990 || value > 2030)

/** The numbers in the order of the English and in that of the translation; null where they don't tell. */
export const ordersOf = (
  english: readonly NumberRead[],
  target: readonly NumberRead[],
): {english: number[]; target: number[]} | null => {
  const wanted = english.filter(isMovable).map(({value}) => value)
  if (wanted.length < 2 || new Set(wanted).size < wanted.length) return null
  const found = target.map(({value}) => value).filter((value) => wanted.includes(value))
  return found.length === wanted.length && new Set(found).size === found.length
    ? {english: wanted, target: found}
    : null
}

export const isSame = ({english, target}: {english: number[]; target: number[]}): boolean =>
  english.every((value, index) => target[index] === value)

/** Whether the texts of a locale keep the order of numbers. */
export const keepsNumberOrder = (references: readonly Reference[], locale: string): boolean => {
  let [same, other] = [0, 0]
  for (const {source, target} of distinctPairs(references)) {
    if (source === target || !TWO_RE.test(source)) continue
    const english = readEnglish(source)
    if (english.path || english.tokensOnly || english.numbers.length < 2) continue
    const orders = ordersOf(english.numbers, readTarget(target, localeData(locale)).numbers)
    if (orders === null) continue
    if (isSame(orders)) same++
    else other++
    if (same + other === MOST) break
  }
  return same >= ENOUGH && other * TIMES <= same
}
