/** Theme, reading mode and density: remembered where storage is allowed; the reading mode also in the address. */
import {showEnglish} from '../evidence/show-english.ts'

const root = document.documentElement

function remember(name: 'view' | 'density' | 'theme', value: string) {
  if (value === '') delete root.dataset[name]
  else root.dataset[name] = value
  try {
    if (value === '') localStorage.removeItem(`portolan-${name}`)
    else localStorage.setItem(`portolan-${name}`, value)
  } catch {
    // Storage can be disabled; the choice then lasts for this page.
  }
}

for (const radio of document.querySelectorAll<HTMLInputElement>('[name=view]')) {
  if (root.dataset['view']) radio.checked = radio.value === root.dataset['view']
  radio.addEventListener('change', () => {
    remember('view', radio.value)
    showEnglish()
    const address = new URL(location.href)
    address.searchParams.set('view', radio.value)
    history.replaceState(history.state, '', address)
  })
}

const density = document.querySelector<HTMLInputElement>('[name=density]')
if (density) {
  if (root.dataset['density']) density.checked = true
  density.addEventListener('change', () => remember('density', density.checked ? 'compact' : ''))
}

const theme = document.querySelector<HTMLButtonElement>('[data-theme-switch]')
if (theme) {
  const themes = ['', 'light', 'dark']
  const names = theme.dataset['names']?.split('|') ?? []
  const label = theme.title
  const say = () => {
    const text = `${label}: ${names[themes.indexOf(root.dataset['theme'] ?? '')] ?? ''}`
    theme.title = text
    theme.setAttribute('aria-label', text)
  }
  theme.addEventListener('click', () => {
    remember('theme', themes[(themes.indexOf(root.dataset['theme'] ?? '') + 1) % themes.length] ?? '')
    say()
  })
  say()
}
