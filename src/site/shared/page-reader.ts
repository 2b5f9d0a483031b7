/** The reader of a page of the build. */
import type {Text} from '../../model/schema.ts'
import {dataset} from '../dataset/dataset.ts'
import {shownText} from '../evidence/shown-cell.ts'
import type {Page} from '../layout/page-context.ts'
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
