/** The texts that search needs in the browser, and those that few readers turn to, one file a language. */
import type {APIRoute, GetStaticPaths} from 'astro'
import {dataset} from '../../../dataset/dataset.ts'
import {textLangOf, textsFor} from '../../../shared/interface-texts.ts'

const later = ['evidence.acts', 'keys.texts', 'table.formats']

/** Beginnings of the keys that `src/search/ui` asks for, and those of `page-texts.ts`. */
const used = ['find.', 'rules.', 'side.', 'direction.', 'requirement.', 'mark.corrected', ...later]

export const getStaticPaths = (() =>
  dataset.locales.map((locale) => ({params: {locale}}))) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, {locale: string}> = ({params: {locale}}) => {
  const lang = textLangOf(locale)
  return new Response(JSON.stringify({...textsFor(locale, used), ...(lang === undefined ? {} : {lang})}))
}
