/** Texts of the interface for elements in other sites. */
import type {APIRoute} from 'astro'
import {qualifierNames} from '../../../facts/endpoints/qualifier-names.ts'
import {compareTexts} from '../../compare/compare-data.ts'
import {checkPages, checkTitle} from '../../corrections/check-texts.ts'
import {dataset} from '../../dataset/dataset.ts'
import {type ElementLanguage, elementTexts} from '../../elements/element-data.ts'
import {textLangOf, textsFor} from '../../shared/interface-texts.ts'

export const getStaticPaths = () => dataset.locales.map((locale) => ({params: {locale}}))

export const GET: APIRoute<Record<string, never>, {locale: string}> = ({params: {locale}}) => {
  const textLang = textLangOf(locale)
  const language: ElementLanguage = {
    locale,
    ...(textLang === undefined ? {} : {textLang}),
    qualifiers: qualifierNames(locale),
    checks: Object.fromEntries(checkPages(dataset).map(({id}) => [id, checkTitle(id, {locale})])),
    texts: textsFor(locale, [...elementTexts, ...compareTexts]),
  }
  return new Response(JSON.stringify(language))
}
