/** Loads what works on rules when a reader first asks for it; classic scripts, so that they come from `file://`, too. */
export {}

/** What is clicked, and the script that answers. */
const scripts = new Map([
  ['.copy', 'copy'],
  ['[data-filter]', 'filter'],
])

document.addEventListener('click', ({target}) => {
  for (const [selector, name] of scripts) {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>(selector) : null
    if (!button) continue
    scripts.delete(selector)
    const script = document.createElement('script')
    script.src = new URL(
      `${document.documentElement.dataset['root']}scripts/${name}.js`,
      document.baseURI,
    ).href
    script.onload = () => button.click()
    document.head.append(script)
  }
})
