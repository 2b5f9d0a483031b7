/** The style sheet of a site that has colours or a logo of its own; none without. */
import {settings} from 'virtual:portolan/workspace'
import type {APIRoute} from 'astro'
import {brandSheet, hasBrandSheet} from '../../settings/brand-sheet-fs.ts'

export const getStaticPaths = () => (hasBrandSheet(settings) ? [{params: {sheet: 'site'}}] : [])

export const GET: APIRoute = () =>
  new Response(brandSheet(settings), {headers: {'content-type': 'text/css; charset=utf-8'}})
