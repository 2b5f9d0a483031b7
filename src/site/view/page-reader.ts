/** The reader of a page of the build. */
import type {Text} from '../../dataset/schema.ts'
import {dataset} from '../dataset.ts'
import type {Page} from '../page.ts'
import {shownText} from './cell.ts'
import type {Reader, Spoken} from './reader.ts'

export const pageReader = ({locale, t, textLang, count, to}: Page): Reader => ({
  locale,
  t,
  textLang,
  count,
  to,
  endpoints: dataset.endpoints,
})

export const spoken = (text: Text, locale: string): Spoken => shownText(text, locale, dataset)
