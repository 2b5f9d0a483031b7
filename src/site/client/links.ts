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

// One menu at a time, and none once the reader has turned elsewhere.
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu[open]'))
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false
})
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' ? document.querySelector<HTMLDetailsElement>('.menu[open]') : null
  if (!menu) return
  menu.open = false
  menu.querySelector('summary')?.focus()
})
