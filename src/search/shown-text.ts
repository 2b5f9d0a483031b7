/** What a page in a language shows for a text, and so what search finds there. */

import {isCorrected as isCorrectedText} from '../model/counts/counts.ts'
import type {Text} from '../model/schema.ts'
import {lookUp} from '../text/look-up.ts'

/**
 * The text of the locale; where there is none the English; where there is no English either, the first other language.
 *
 * @param locale `en` or a locale of the documents
 */
export const shownText = ({source, texts}: Text, locale: string): string => {
  const own = lookUp(texts, locale)?.text
  if (own !== undefined && own !== '') return own
  if (source !== null) return source
  return Object.values(texts).find(({text}) => text !== '')?.text ?? ''
}

/** Whether a page in the locale shows another text of it than its document holds. */
export const isCorrected = ({texts}: Text, locale: string): boolean =>
  isCorrectedText(lookUp(texts, locale) ?? {})
