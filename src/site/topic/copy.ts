/** The menu beside a rule that copies its link, or the rule as text, Markdown or JSON. */

import {partsOf, withPageTexts} from '../layout/page-texts.ts'
import {copyFormats, ruleToClipboard, type ShownRule} from './rule-text.ts'
import {tableFormats, tableToClipboard} from './table-text.ts'

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

/** What the table of the row shows now: sorted, and without the rows that are filtered out. */
function readTable(table: HTMLTableElement): string[][] {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((head) => textOf(head.querySelector('.t')))
  const rows = [...(table.tBodies[0]?.rows ?? [])].filter((row) => !row.hidden)
  return [
    heads,
    ...rows.map((row) => {
      const {opens, chips, cells} = readRule(row)
      const facts = row.cells[0]?.matches('.f') ? [[...opens, ...chips].join(' ')] : []
      return [...facts, ...cells.map(([, text]) => text)]
    }),
  ]
}

async function copy(textOfRow: (row: HTMLTableRowElement) => string) {
  const row = asked?.closest('tr')
  menu.hidePopover()
  if (!row || !asked) return
  await navigator.clipboard.writeText(textOfRow(row))
  if (said) said.value = said.dataset['copied'] ?? ''
  asked.focus()
  asked.classList.add('done')
  setTimeout((button: Element) => button.classList.remove('done'), 1500, asked)
}

function offer(label: string, textOfRow: (row: HTMLTableRowElement) => string) {
  const choice = document.createElement('button')
  choice.type = 'button'
  choice.textContent = label
  choice.addEventListener('click', () => {
    copy(textOfRow).catch((error: unknown) => console.warn(error))
  })
  menu.append(choice)
}

for (const [at, format] of copyFormats.entries())
  offer(labels[at] ?? format, (row) => ruleToClipboard(readRule(row), format))
withPageTexts((texts) => {
  const names = partsOf(texts['table.formats'])
  for (const [at, format] of tableFormats.entries())
    offer(names[at] ?? format, (row) => {
      const table = row.closest('table')
      return table ? tableToClipboard(readTable(table), format) : ''
    })
})
document.body.append(menu)

for (const button of document.querySelectorAll<HTMLButtonElement>('.copy')) {
  button.popoverTargetElement = menu
  button.addEventListener('click', () => {
    asked = button
  })
}
