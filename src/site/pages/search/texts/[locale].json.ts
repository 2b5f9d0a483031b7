/** The texts that search needs in the browser, one file a language. */
import type {APIRoute, GetStaticPaths} from 'astro'
import {lookUp} from '../../../../text/look-up.ts'
import {dataset} from '../../../dataset/dataset.ts'
import {textsByLocale} from '../../../shared/interface-texts.ts'

/** Beginnings of the keys that `src/search/ui` asks for. */
const used = ['find.', 'rules.', 'side.', 'direction.', 'requirement.', 'mark.corrected']

export const getStaticPaths = (() =>
  dataset.locales.map((locale) => ({params: {locale}}))) satisfies GetStaticPaths

export const GET: APIRoute<Record<string, never>, {locale: string}> = ({params}) => {
  const texts = {...textsByLocale['en'], ...lookUp(textsByLocale, params.locale)}
  const own = Object.entries(texts).filter(([key]) => used.some((start) => key.startsWith(start)))
  return new Response(JSON.stringify(Object.fromEntries(own)))
}
