/** Loads what works on rules, choices and the picture when a reader first turns to it. */
import type {PageScript} from '../build/page-scripts.ts'
import {showEnglish} from '../evidence/show-english.ts'
import {loadScript} from './load-script.ts'

/** What is pressed, and the script that answers. */
const scripts = new Map<string, PageScript>([
  ['.copy', 'copy'],
  ['.p', 'act'],
  ['[data-filter]', 'filter'],
  ['.sort', 'sort'],
  ['[data-flows]', 'flow'],
  ['[data-keys]', 'keys'],
  ['[data-theme-switch], [name=view], [name=density]', 'choices'],
])

function load(selector: string, then: () => void) {
  const name = scripts.get(selector)
  if (!name) return
  scripts.delete(selector)
  loadScript(name, then)
}

document.addEventListener('click', ({target}) => {
  for (const selector of scripts.keys()) {
    if (selector === '.p') continue
    const control = target instanceof Element ? target.closest<HTMLElement>(selector) : null
    if (control)
      load(selector, () => {
        // A box that is ticked has changed already; pressed once more it would change back.
        if (control instanceof HTMLInputElement) control.dispatchEvent(new Event('change'))
        else control.click()
      })
  }
})

// Who types or chooses asks before anything is pressed.
for (const event of ['focusin', 'input'])
  document.addEventListener(event, ({target}) => {
    if (target instanceof Element && target.matches('[data-filter-words], [data-machine]'))
      load('[data-filter]', () => {})
  })
const asked = new URLSearchParams(location.search)
if (asked.has('only') || asked.has('words') || asked.has('machine')) load('[data-filter]', () => {})

// Heads that do nothing without scripts become buttons by script.
for (const text of document.querySelectorAll('.ports thead .t')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sort'
  text.before(button)
  button.append(text)
}
if (asked.has('sort')) load('.sort', () => {})

// A panel opens without scripts; what can be done about its texts comes after it.
document.addEventListener(
  'toggle',
  ({target}) => {
    if (target instanceof Element && target.matches('.p[id]:popover-open')) load('.p', () => {})
  },
  true,
)

// Paper shows the English in any mode.
addEventListener('beforeprint', showEnglish)

const {view, theme, density} = document.documentElement.dataset
if (view) showEnglish()
// The controls have to show what was chosen on another page.
if (view || theme || density) load('[data-theme-switch], [name=view], [name=density]', () => {})
