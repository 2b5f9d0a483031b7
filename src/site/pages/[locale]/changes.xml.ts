/** The changes of the documents as Atom. */
import type {APIRoute} from 'astro'
import {createPage, inEveryLocale} from '../../page.ts'
import {siteFeeds} from '../../view/feed.ts'

export const getStaticPaths = () => inEveryLocale([{params: {}}])

export const GET: APIRoute = ({params, site}) =>
  new Response(siteFeeds(createPage(params['locale'] ?? 'en', ''), site).atom, {
    headers: {'content-type': 'application/atom+xml; charset=utf-8'},
  })
