/** Fills the places of a text, and chooses its wording by number: the same in the build and in the browser. */
import {formatLocale} from '../../text/format-locale.ts'
import {lookUp} from '../../text/look-up.ts'

export type Values = Record<string, string | number>

/** `fillText('From {from}', {from: 'A'})`; a place without a value stays. */
export const fillText = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(lookUp(values, name) ?? place))

/** `rules` and 3 give `rules.other`, or what else the language has for 3, with `{count}` written as it writes numbers. */
export function countedText(
  texts: Partial<Record<string, string>>,
  locale: string,
): (key: string, count: number) => string {
  const plural = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(formatLocale(locale))
  return (key, count) => {
    const text = lookUp(texts, `${key}.${plural.select(count)}`) ?? lookUp(texts, `${key}.other`) ?? key
    return fillText(text, {count: number.format(count)})
  }
}
