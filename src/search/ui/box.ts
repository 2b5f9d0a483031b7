/** The search box: a combobox whose list shows the first results while the reader types. */
import type {Answer} from '../find/search-engine.ts'
import {answerTexts, matchText, pageText} from './answer-texts.ts'
import {element} from './dom.ts'
import {cellLine, headCells, hitPath, otherCells} from './hit-view.ts'
import {LATE, openSession, type Session} from './session.ts'

const SHOWN = 8

/** Attaches the list to a form with one text input; `results` is the page that its form opens. */
export const attachBox = (form: HTMLFormElement): void => {
  const input = form.querySelector<HTMLInputElement>('input[name=q]')
  if (input === null || form.dataset['attached'] === 'yes') return
  form.dataset['attached'] = 'yes'
  const id = `${input.id || 'q'}-results`
  const list = element('div', {role: 'listbox', id})
  const message = element('p', {class: 'found-message'})
  const popup = element('div', {class: 'found', hidden: true}, message, list)
  const status = element('output', {class: 'vh', role: 'status', 'aria-live': 'polite'})
  form.append(popup, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': id,
  }))
    input.setAttribute(name, value)

  // What every query needs is loaded while the reader begins to type; a failure is told at her first query.
  openSession().catch(() => undefined)

  let active = -1
  let stale = new AbortController()
  const options = () => [...list.querySelectorAll<HTMLAnchorElement>('[role=option]')]

  const show = (open: boolean) => {
    popup.hidden = !open
    input.setAttribute('aria-expanded', String(open))
    if (!open) choose(-1)
  }
  const choose = (next: number) => {
    active = next
    for (const [at, option] of options().entries()) {
      option.ariaSelected = String(at === active)
      if (at === active) option.scrollIntoView({block: 'nearest'})
    }
    const chosen = options()[active]
    if (chosen === undefined) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', chosen.id)
  }
  const move = (step: number) => {
    const count = options().length
    if (count > 0) choose(active === -1 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count)
  }
  const say = (text: string) => {
    status.value = text
  }

  const update = async () => {
    stale.abort()
    stale = new AbortController()
    const {signal} = stale
    const text = input.value
    // A fast answer is seen without a flicker; a slow one is told to be on its way.
    const late = setTimeout(() => {
      if (signal.aborted) return
      message.textContent = input.dataset['loading'] ?? ''
      message.hidden = false
      list.hidden = true
      show(true)
    }, LATE)
    signal.addEventListener('abort', () => clearTimeout(late))
    if (text.trim() === '') {
      clearTimeout(late)
      show(false)
      say('')
      return
    }
    try {
      const session = await openSession()
      list.ariaLabel = session.say('find.list')
      const answer = await session.engine.search({text, locales: [session.locale], limit: SHOWN, signal})
      if (signal.aborted) return
      clearTimeout(late)
      const [first = '', ...others] = answerTexts(answer, session, [session.locale])
      message.replaceChildren(
        ...(answer.total > 0 ? others : [first, ...others]).flatMap((line) => [
          element('span', {}, line),
          ' ',
        ]),
      )
      message.hidden = message.textContent === ''
      list.replaceChildren(
        ...pageOptions(answer, session, id),
        ...optionsOf(answer, session, id),
        ...otherOptions(answer, session, form, text, id),
      )
      list.hidden = list.childElementCount === 0
      show(true)
      choose(-1)
      say([first, ...others].join(' '))
      form.dataset['answered'] = text
    } catch (error) {
      if (signal.aborted) return
      clearTimeout(late)
      // Offline, or opened from a folder: the form itself still works where there is a server.
      message.textContent = input.dataset['failed'] ?? ''
      list.replaceChildren()
      show(message.textContent !== '')
      console.warn(error)
    }
  }

  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void update()
  })
  input.addEventListener('compositionend', () => void update())
  input.addEventListener('focus', () => {
    if (input.value.trim() !== '' && popup.hidden) void update()
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (popup.hidden) void update()
      else move(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Escape' && !popup.hidden) {
      event.preventDefault()
      show(false)
    } else if (event.key === 'Escape') {
      input.value = ''
      input.blur()
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      options()[active]?.click()
    }
  })
  form.addEventListener('focusout', (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) show(false)
  })
  // A press on an option must not take the focus (and with it the list) before its click.
  popup.addEventListener('pointerdown', (event) => event.preventDefault())
  if (document.activeElement === input) void update()
}

const option = (id: string, href: string): Record<string, string | number> => ({
  role: 'option',
  id,
  href,
  tabindex: -1,
  'aria-selected': 'false',
})

/** The pages of the ports that were asked for come first: they hold every rule, with its evidence. */
const pageOptions = ({pages}: Answer, session: Session, id: string): HTMLElement[] =>
  pages.map((page) =>
    element(
      'a',
      {
        ...option(`${id}-port-${page.id}`, session.address(`${session.locale}/ports/${page.id}/`)),
        class: 'all',
      },
      pageText(page, session),
    ),
  )

const optionsOf = ({hits}: Answer, session: Session, id: string): HTMLElement[] =>
  hits.map((hit, at) => {
    const match = matchText(hit.port, session)
    const note = [hit.title, ...(match === null ? [] : [match])].join(' · ')
    return element(
      'a',
      option(`${id}-${at}`, session.address(hitPath(hit, session.locale))),
      element('strong', {}, cellLine(headCells(hit), hit.locale)),
      cellLine(otherCells(hit), hit.locale),
      element('small', {}, note),
    )
  })

/** Opens the page with all results, or asks what was rather meant. */
const otherOptions = (
  {total, hits, instead}: Answer,
  {say}: Session,
  form: HTMLFormElement,
  text: string,
  id: string,
): HTMLElement[] => {
  if (total <= hits.length && instead === null) return []
  const address = new URL(form.action)
  address.searchParams.set('q', instead ?? text)
  const words = instead === null ? say('find.all', {count: total}) : say('find.instead', {text: instead})
  return [element('a', {...option(`${id}-all`, address.href), class: 'all'}, words)]
}
