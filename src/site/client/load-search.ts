/** Loads search and the style of its list, when a reader first turns to it. */
import style from '../styles/search-box.css?inline'

type Client = typeof import('../../search/client.ts')

const {lang, dataset} = document.documentElement
const root = new URL(`${dataset['root']}search/`, document.baseURI)

// Search asks for these first; they need not wait for its code.
for (const path of ['index.json', `texts/${lang}.json`]) {
  const link = Object.assign(document.createElement('link'), {rel: 'preload', as: 'fetch', crossOrigin: ''})
  link.href = new URL(path, root).href
  document.head.append(link)
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(`@layer components {${style}}`)
document.adoptedStyleSheets.push(sheet)

async function load() {
  // A module, whose address only the page knows.
  const client: Client = await import(/* @vite-ignore */ new URL('client.js', root).href)
  await client.attachSearch()
}

load().catch((error: unknown) => console.warn(error))
