/** Registers the service worker of the page's language, and tells when the site is ready offline or has been renewed. */
export {}

const note = document.querySelector<HTMLElement>('[data-offline]')
const root = document.documentElement

const tell = (text: string | undefined, renew?: () => void) => {
  if (!note || text === undefined) return
  note.hidden = false
  const [words, button] = note.children
  if (words) words.textContent = text
  if (!(button instanceof HTMLButtonElement)) return
  button.hidden = renew === undefined
  button.onclick = () => (renew === undefined ? undefined : renew())
}

async function register() {
  const registration = await navigator.serviceWorker.register(
    new URL(`${root.dataset['root']}${root.lang}/sw.js`, document.baseURI),
  )
  const watch = () => {
    const worker = registration.installing ?? registration.waiting
    if (!worker) return
    const check = () => {
      if (worker.state !== 'installed') return
      if (!navigator.serviceWorker.controller) {
        tell(note?.dataset['ready'])
        // Was there before the worker, which keeps only what it sees.
        void caches.open('portolan').then((kept) => kept.add(location.pathname))
      } else
        tell(note?.dataset['renewed'], () => {
          navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
          worker.postMessage({type: 'SKIP_WAITING'})
        })
    }
    worker.addEventListener('statechange', check)
    check()
  }
  registration.addEventListener('updatefound', watch)
  watch()
}

const connection: unknown = Reflect.get(navigator, 'connection')
/** The reader asked the browser to load no more than needed. */
const saving = connection instanceof Object && 'saveData' in connection && connection.saveData === true

// Only where the browser allows it: over HTTPS, and on this machine. When there is nothing else to do.
if (
  !import.meta.env.DEV &&
  isSecureContext &&
  location.protocol.startsWith('http') &&
  'serviceWorker' in navigator &&
  !saving
)
  addEventListener('load', () => {
    const start = () => register().catch((error: unknown) => console.warn(error))
    if ('requestIdleCallback' in globalThis) requestIdleCallback(start)
    else start()
  })
