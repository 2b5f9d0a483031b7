/** Tells which keys do what, in a dialog of the reader's language. */
import {partsOf, withPageTexts} from './page-texts.ts'

const button = document.querySelector<HTMLButtonElement>('[data-keys]')
const dialog = document.createElement('dialog')
dialog.className = 'keys'
dialog.setAttribute('closedby', 'any')

const part = (name: string, ...content: (Node | string)[]) => {
  const made = document.createElement(name)
  made.append(...content)
  return made
}

/** Keys, and the part of the text that tells of them. */
const keys = [['/', 'Ctrl K'], ['↑ ↓', 'Enter'], ['Tab', 'Enter'], ['Esc'], ['?']] as const

const fill = (texts: readonly string[]) =>
  dialog.replaceChildren(
    part('h2', button?.textContent ?? ''),
    part(
      'dl',
      ...keys.flatMap((own, at) => [
        part('dt', ...own.flatMap((key) => [part('kbd', key), ' '])),
        part('dd', texts[at] ?? ''),
      ]),
    ),
  )
dialog.lang = button?.closest<HTMLElement>('[lang]')?.lang ?? ''
document.body.append(dialog)
button?.addEventListener('click', () => {
  withPageTexts((texts) => {
    fill(partsOf(texts['keys.texts']))
    dialog.showModal()
  })
})
