/** The menu beside a rule that copies its link, or the rule as text, Markdown or JSON. */
import {type CopyFormat, copyFormats, ruleToClipboard, type ShownRule} from './rule-text.ts'

const tools = document.querySelector<HTMLElement>('[data-copy]')
const said = document.querySelector<HTMLOutputElement>('[data-said]')
/** Words of the formats, in their order. */
const labels = tools?.dataset['copy']?.split('|') ?? []

const menu = document.createElement('div')
menu.className = 'p menu-copy'
menu.popover = 'auto'
menu.lang = tools?.lang || document.documentElement.lang
let asked: HTMLButtonElement | undefined

const textOf = (element: Element | null | undefined) =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

function readRule(row: HTMLTableRowElement): ShownRule {
  const cells = [...row.cells].filter((cell) => cell.dataset['l'] !== undefined)
  return {
    address: new URL(`#${row.id}`, location.href).href,
    opens: [...row.querySelectorAll('.port')].map(textOf),
    chips: [...row.querySelectorAll('.k')].map(textOf),
    cells: cells.map((cell) => [cell.dataset['l'] ?? '', textOf(cell.querySelector('.t'))]),
  }
}

async function copy(format: CopyFormat) {
  const row = asked?.closest('tr')
  menu.hidePopover()
  if (!row || !asked) return
  await navigator.clipboard.writeText(ruleToClipboard(readRule(row), format))
  if (said) said.value = said.dataset['copied'] ?? ''
  asked.focus()
  asked.classList.add('done')
  setTimeout((button: Element) => button.classList.remove('done'), 1500, asked)
}

for (const [at, format] of copyFormats.entries()) {
  const choice = document.createElement('button')
  choice.type = 'button'
  choice.textContent = labels[at] ?? format
  choice.addEventListener('click', () => {
    copy(format).catch((error: unknown) => console.warn(error))
  })
  menu.append(choice)
}
document.body.append(menu)

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
  button.popoverTargetElement = menu
  button.addEventListener('click', () => {
    asked = button
  })
}
