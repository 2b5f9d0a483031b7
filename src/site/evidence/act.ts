/** Adds to each evidence panel that opens what a reader can do about its texts. */
import {partsOf, withPageTexts} from '../layout/page-texts.ts'
import {decisionEntry, editAddress, readPlace, reportAddress} from './act-text.ts'

const tools = document.querySelector<HTMLElement>('.tools')
const {edit: editTemplate, report: reportTemplate} = tools?.dataset ?? {}
const said = document.querySelector<HTMLOutputElement>('[data-said]')

const textOf = (element: Element | null | undefined) => element?.textContent?.trim() ?? ''

function link(text: string, address: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), {textContent: text, href: address})
}

interface Words {
  edit: string
  report: string
  decide: string
  decided: string
}

/** Only of a translation that has its English: a decision answers an English text. */
function decideButton(source: string, text: string, {decide, decided}: Words): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), {type: 'button', textContent: decide})
  button.addEventListener('click', () => {
    const entry = decisionEntry(source, text, new Date().toISOString().slice(0, 10))
    navigator.clipboard.writeText(entry).then(
      () => {
        button.textContent = decided
        if (said) said.value = decided
      },
      (error: unknown) => console.warn(error),
    )
  })
  return button
}

function addActs(panel: HTMLElement, words: Words) {
  if (panel.querySelector('.acts')) return
  const button = document.querySelector(`[popovertarget="${panel.id}"]`)
  const row = button?.closest('tr')
  const cells = [...(row?.cells ?? [])].filter((cell) => !cell.matches('.f, .o'))
  let rowPlace = ''
  for (const list of panel.querySelectorAll<HTMLElement>('dl')) {
    // A cell without a place of its own stands at that of its row.
    rowPlace = textOf(list.querySelector(':scope > dd > code')) || rowPlace
    const place = readPlace(rowPlace)
    const column = textOf(list.previousElementSibling?.querySelector('b'))
    const source = textOf(list.querySelector(':scope > dd[lang=en]'))
    const text = textOf(cells[Number(list.dataset['c'])]?.querySelector('.t'))
    const acts = Object.assign(document.createElement('dd'), {className: 'acts'})
    if (editTemplate && place) acts.append(link(words.edit, editAddress(editTemplate, place)))
    if (reportTemplate) {
      const here = new URL(row?.id ? `#${row.id}` : location.hash, location.href).href
      const title = `${textOf(document.querySelector('h1'))}: ${column}`
      acts.append(
        link(words.report, reportAddress(reportTemplate, {title, lines: [here, rowPlace, source, text]})),
      )
    }
    if (source !== '' && text !== '' && document.documentElement.lang !== 'en')
      acts.append(decideButton(source, text, words))
    if (acts.hasChildNodes()) list.append(acts)
  }
}

withPageTexts((texts) => {
  const [edit, report, decide, decided] = partsOf(texts['evidence.acts'])
  if (!edit || !report || !decide || !decided) return
  const words = {edit, report, decide, decided}
  document.addEventListener(
    'toggle',
    ({target}) => {
      if (target instanceof HTMLElement && target.matches('.p:popover-open')) addActs(target, words)
    },
    true,
  )
  for (const panel of document.querySelectorAll<HTMLElement>('.p:popover-open')) addActs(panel, words)
})
