/** What an installed site is called in a language. */
import type {APIRoute} from 'astro'
import {textDirection} from '../../../text/text-direction.ts'
import {dataset} from '../../dataset/dataset.ts'
import {translator} from '../../shared/interface-texts.ts'

export const getStaticPaths = () => dataset.locales.map((locale) => ({params: {locale}}))

export const GET: APIRoute = ({params}) => {
  const locale = params['locale'] ?? 'en'
  const t = translator(locale)
  const manifest = {
    name: `${t('site.name')}: ${t('site.tagline')}`,
    short_name: t('site.name'),
    description: t('site.description'),
    lang: locale,
    dir: textDirection(locale),
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbf9f3',
    theme_color: '#123049',
    icons: [
      {src: '../favicon.svg', type: 'image/svg+xml', sizes: 'any', purpose: 'any'},
      {src: '../pictures/icon-192.png', type: 'image/png', sizes: '192x192', purpose: 'any'},
      {src: '../pictures/icon-512.png', type: 'image/png', sizes: '512x512', purpose: 'any'},
      {src: '../pictures/icon-maskable.png', type: 'image/png', sizes: '512x512', purpose: 'maskable'},
    ],
  }
  return new Response(JSON.stringify(manifest), {headers: {'content-type': 'application/manifest+json'}})
}
