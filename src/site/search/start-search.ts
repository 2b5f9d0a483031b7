/** Opens search: `/` and Ctrl-K go to the box, `?` tells of all keys, and the search itself is loaded when a reader first turns to it. */
const box = document.querySelector<HTMLInputElement>('form[data-search] input')

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null

addEventListener('keydown', (event) => {
  if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    document.querySelector<HTMLElement>('[data-keys]')?.click()
    return
  }
  const slash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
  const letter =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (box === null || !(slash || letter)) return
  event.preventDefault()
  box.focus()
  box.select()
})

/** The files that every query needs come at once, and do not wait for the code that asks for them. */
function start() {
  const {lang, dataset} = document.documentElement
  const root = new URL(`${dataset['root']}search/`, document.baseURI)
  for (const path of ['index.json', `texts/${lang}.json`]) {
    const link = Object.assign(document.createElement('link'), {rel: 'preload', as: 'fetch', crossOrigin: ''})
    link.href = new URL(path, root).href
    document.head.append(link)
  }
  // Modules, whose addresses only the page knows; the second needs the first.
  for (const path of ['shared.js', 'client.js'])
    import(/* @vite-ignore */ new URL(path, root).href).catch((error: unknown) => console.warn(error))
  // The browser takes ten milliseconds to learn how a language writes numbers, and has nothing to do while the files come.
  new Intl.NumberFormat(lang).format(1)
}

if (document.querySelector('[data-search-page]')) start()
else box?.addEventListener('focus', start, {once: true})
