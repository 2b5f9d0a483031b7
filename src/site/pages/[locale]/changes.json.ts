/** The changes of the documents as JSON Feed. */
import type {APIRoute} from 'astro'
import {siteFeeds} from '../../changes/site-feeds.ts'
import {createPage, inEveryLocale} from '../../layout/page-context.ts'

export const getStaticPaths = () => inEveryLocale([{params: {}}])

export const GET: APIRoute = ({params, site}) =>
  new Response(siteFeeds(createPage(params['locale'] ?? 'en', ''), site).json, {
    headers: {'content-type': 'application/feed+json; charset=utf-8'},
  })
