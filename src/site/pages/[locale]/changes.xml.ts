/** The changes of the documents as Atom. */
import type {APIRoute} from 'astro'
import {siteFeeds} from '../../changes/site-feeds.ts'
import {createPage, inEveryLocale} from '../../layout/page-context.ts'

export const getStaticPaths = () => inEveryLocale([{params: {}}])

export const GET: APIRoute = ({params, site}) =>
  new Response(siteFeeds(createPage(params['locale'] ?? 'en', ''), site).atom, {
    headers: {'content-type': 'application/atom+xml; charset=utf-8'},
  })
