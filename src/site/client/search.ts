/** Opens search: `/` and Ctrl-K go to the box, and the search itself is loaded when a reader first turns to it. */
const box = document.querySelector<HTMLInputElement>('form[data-search] input')

type Client = typeof import('../../search/client.ts')

const load = async () => {
  const {lang, dataset} = document.documentElement
  const root = new URL(`${dataset['root']}search/`, document.baseURI)
  // Search asks for these first; they need not wait for its code.
  for (const path of ['index.json', `texts/${lang}.json`]) {
    const link = Object.assign(document.createElement('link'), {rel: 'preload', as: 'fetch', crossOrigin: ''})
    link.href = new URL(path, root).href
    document.head.append(link)
  }
  // Built as a file of its own, so that this script can stand in the page.
  const address = new URL('client.js', root).href
  const client: Client = import.meta.env.DEV
    ? await import('../../search/client.ts')
    : await import(/* @vite-ignore */ address)
  await client.attachSearch()
}

const start = () => {
  load().catch((error: unknown) => console.warn(error))
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

addEventListener('keydown', (event) => {
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const letter =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (box === null || !(slash || letter)) return
  event.preventDefault()
  box.focus()
  box.select()
})

if (document.querySelector('[data-search-page]') !== null) start()
else box?.addEventListener('focus', start, {once: true})
