/** Puts the flow picture of a topic into its page when a reader opens it; without scripts there is a link to it. */
export {}

const details = document.querySelector<HTMLDetailsElement>('details[data-flows]')

async function load(link: HTMLAnchorElement) {
  const text = await (await fetch(link.href)).text()
  const page = new DOMParser().parseFromString(text, 'text/html')
  const picture = page.querySelector('.flow-map')
  if (picture === null) return
  for (const sheet of page.querySelectorAll('link[rel=stylesheet]')) {
    const own = document.createElement('link')
    own.rel = 'stylesheet'
    own.href = new URL(sheet.getAttribute('href') ?? '', link.href).href
    document.head.append(own)
  }
  // The rows that labels lead to stand in this page.
  for (const label of picture.querySelectorAll('a'))
    label.setAttribute('href', (label.getAttribute('href') ?? '').replace(/^[^#]*/, ''))
  link.parentElement?.replaceWith(picture)
}

function show() {
  const link = details?.querySelector('a')
  // From `file://` nothing can be loaded: the link stays.
  if (link && details?.open && link.closest('svg') === null) load(link).catch(() => link.focus())
}

details?.addEventListener('toggle', show)
show()
