/** Links to other languages keep row and reading mode; from `file://` folders open as their pages. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-language]'))
  link.addEventListener('click', () => {
    link.search = location.search
    link.hash = location.hash
  })

if (location.protocol === 'file:')
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html'
  })
