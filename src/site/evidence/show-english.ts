/** Puts the English of each cell from its evidence panel beside the translation, or in its place. */
const root = document.documentElement

export function showEnglish() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.ports .b')) {
    const beside = button.parentElement?.querySelector('.e') ?? englishOf(button)
    if (root.dataset['view'] === 'english') button.before(beside)
    else button.after(beside)
  }
}

function englishOf(button: HTMLButtonElement): HTMLElement | '' {
  const english = button.popoverTargetElement?.querySelector(':scope > dl > dd[lang=en]')
  // Said once where the cell says it already: characters of no language, and English for want of a translation.
  if (!english || english.textContent === button.previousElementSibling?.textContent) return ''
  const beside = document.createElement('span')
  beside.className = 'e'
  beside.lang = 'en'
  beside.textContent = english.textContent
  return beside
}
