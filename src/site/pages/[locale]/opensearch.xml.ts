/** The description by which a browser adds the site's search in a language. */
import type {APIRoute} from 'astro'
import {openSearchXml} from '../../../search/opensearch.ts'
import {createPage, inEveryLocale} from '../../layout/page-context.ts'

export const getStaticPaths = () => inEveryLocale([{params: {}}])

/** Browsers need whole addresses: without `--site` those of the file's own place are all there is. */
export const GET: APIRoute<Record<string, never>, {locale: string}> = ({params, site}) => {
  const {locale} = params
  const page = createPage(locale, '')
  const address = (path: string) => (site === undefined ? path : new URL(path, site).href)
  return new Response(
    openSearchXml({
      name: `${page.t('site.name')} (${locale})`,
      description: page.t('search.description'),
      locale,
      searchPage: address(page.to('search/')),
      self: address(page.to('opensearch.xml')),
      icon: address(page.file('favicon.svg')),
    }),
  )
}
