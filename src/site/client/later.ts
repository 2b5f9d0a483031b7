/** Loads what a reader turns to when she does; classic scripts, so that they come from `file://`, too. */
import {showEnglish} from './english.ts'

const root = document.documentElement

/** What is pressed, and the script that answers. */
const scripts = new Map([
  ['.copy', 'copy'],
  ['[data-filter]', 'filter'],
  ['[data-theme-switch], [name=view], [name=density]', 'choices'],
])

function load(selector: string, then: () => void) {
  const name = scripts.get(selector)
  if (!name) return
  scripts.delete(selector)
  const script = document.createElement('script')
  script.src = new URL(`${root.dataset['root']}scripts/${name}.js`, document.baseURI).href
  script.onload = then
  document.head.append(script)
}

document.addEventListener('click', ({target}) => {
  for (const selector of scripts.keys()) {
    const control = target instanceof Element ? target.closest<HTMLElement>(selector) : null
    if (control)
      load(selector, () => {
        // A box that is ticked has changed already; pressed once more it would change back.
        if (control instanceof HTMLInputElement) control.dispatchEvent(new Event('change'))
        else control.click()
      })
  }
})

// Paper shows the English in any mode.
addEventListener('beforeprint', showEnglish)

const {view, theme, density} = root.dataset
if (view) showEnglish()
// The controls have to show what was chosen on another page.
if (view || theme || density) load('[data-theme-switch], [name=view], [name=density]', () => {})
