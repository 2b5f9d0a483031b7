/** Theme, reading mode and density: remembered where storage is allowed; the reading mode also in the address. */
const root = document.documentElement

function remember(name: string, value: string) {
  if (value === '') delete root.dataset[name]
  else root.dataset[name] = value
  try {
    if (value === '') localStorage.removeItem(`portolan-${name}`)
    else localStorage.setItem(`portolan-${name}`, value)
  } catch {
    // Storage can be disabled; the choice then lasts for this page.
  }
}

/** Puts the English of each cell from its evidence panel beside the translation, or in its place. */
function showEnglish() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.ports .b')) {
    const beside = button.parentElement?.querySelector('.e') ?? englishOf(button)
    if (root.dataset['view'] === 'both') button.after(beside)
    else button.before(beside)
  }
}

function englishOf(button: HTMLButtonElement): HTMLElement | '' {
  const english = button.popoverTargetElement?.querySelector(':scope > dl > dd[lang=en]')
  if (!english) return ''
  const beside = document.createElement('span')
  beside.className = 'e'
  beside.lang = 'en'
  beside.textContent = english.textContent
  return beside
}

if (root.dataset['view']) showEnglish()

for (const radio of document.querySelectorAll<HTMLInputElement>('[name=view]')) {
  radio.checked = radio.value === (root.dataset['view'] ?? 'translation')
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
  density.checked = root.dataset['density'] === 'compact'
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
