/** Puts the English of each cell from the evidence panel of its row beside the translation, or in its place. */
const root = document.documentElement

export function showEnglish() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.ports .v')) {
    const cells = [...(button.closest('tr')?.cells ?? [])].filter((cell) => !cell.matches('.f, .o'))
    for (const list of button.popoverTargetElement?.querySelectorAll<HTMLElement>('dl') ?? []) {
      const cell = cells[Number(list.dataset['c'])]
      if (cell !== undefined) showIn(cell, list)
    }
  }
}

function showIn(cell: HTMLElement, evidence: HTMLElement) {
  const text = cell.querySelector('.t')
  const english = evidence.querySelector(':scope > dd[lang=en]')
  // Said once where the cell says it already: tokens of no language, and English for want of a translation.
  if (!text || !english || english.textContent === text.textContent) return
  const beside = cell.querySelector('.e') ?? createEnglish(english)
  const before = root.dataset['view'] === 'english' ? text : (cell.querySelector('.b') ?? text)
  before.after(beside)
}

function createEnglish({textContent}: Element): HTMLElement {
  const beside = document.createElement('span')
  beside.className = 'e'
  beside.lang = 'en'
  beside.dir = 'ltr'
  beside.textContent = textContent
  return beside
}
