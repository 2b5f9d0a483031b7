/** The search page: all results of the query in the address, with facets, in one language or in all. */

import {type Choice, type FacetName, facetNames} from '../find/facets.ts'
import type {Answer} from '../find/search-engine.ts'
import {answerTexts, pageText} from './answer-texts.ts'
import {element} from './dom.ts'
import {facetList} from './facet-list.ts'
import {resultCard} from './result-card.ts'
import {LATE, openSession, type Session} from './session.ts'

/** Results at first, and with each press of the button. */
const FIRST = 10
const MORE = 40

interface State {
  text: string
  /** Search every language, not the page's alone. */
  everywhere: boolean
  choice: Choice
}

/** Fills `place` with the results of what the form asks, and keeps the address in step with it. */
export const attachPage = async (place: HTMLElement, form: HTMLFormElement): Promise<void> => {
  const input = form.querySelector<HTMLInputElement>('input[name=q]')
  if (input === null || place.dataset['attached'] === 'yes') return
  place.dataset['attached'] = 'yes'
  const session = await openSession()
  const status = element('p', {class: 'found-status', role: 'status', 'aria-live': 'polite'})
  const languages = element('label', {class: 'found-languages'})
  const box = element('input', {type: 'checkbox', name: 'all'})
  languages.append(box, ` ${session.say('find.everywhere')}`)
  const facets = element('div', {
    class: 'found-facets',
    role: 'group',
    'aria-label': session.say('find.facets'),
  })
  const results = element('ol', {class: 'found-rules'})
  const more = element('button', {type: 'button', hidden: true}, session.say('find.more'))
  const texts = element('section', {class: 'found-texts', hidden: true})
  place.replaceChildren(
    status,
    languages,
    element('div', {class: 'found-columns'}, facets, element('div', {}, results, more, texts)),
  )

  let state = readAddress()
  let stale = new AbortController()
  const languagesOf = async () => [session.locale, ...(state.everywhere ? await others(session) : [])]

  const ask = async (offset: number, limit: number, signal: AbortSignal): Promise<Answer> => {
    const {text, choice} = state
    const locales = await languagesOf()
    return session.engine.search({text, choice, locales, facets: true, limit, offset, signal})
  }
  const show = async (answer: Answer, signal: AbortSignal) => {
    const lines = answerTexts(answer, session, await languagesOf())
    const shown = lines.length === 0 ? [session.say('find.help')] : lines
    status.replaceChildren(
      ...answer.pages.flatMap((page) => [
        element('a', {href: session.address(`${session.locale}/ports/${page.id}/`)}, pageText(page, session)),
        ' · ',
      ]),
      ...shown.flatMap((line) => [element('span', {}, line), ' ']),
    )
    results.replaceChildren(...answer.hits.map((hit) => resultCard(hit, session)))
    more.hidden = answer.total <= answer.hits.length
    showFacets(facets, answer, state.choice, session, choose)
    place.ariaBusy = 'false'
    if (answer.total === 0) await offer(answer, signal)
  }
  /** Where there is nothing: the numbers as words of a text, and the other languages if they have something. */
  const offer = async ({query, instead}: Answer, signal: AbortSignal) => {
    if (query.problems.length > 0) return
    if (instead !== null)
      offerButton(session.say('find.instead', {text: instead}), {...state, text: instead, choice: {}})
    if (query.ports.length > 0) {
      const text = `"${state.text.replaceAll('"', '').trim()}"`
      offerButton(session.say('find.asText', {text}), {...state, text})
    }
    if (query.words.length === 0 || state.everywhere) return
    const {total} = await session.engine.search({
      text: state.text,
      locales: await others(session),
      limit: 0,
      signal,
    })
    if (total > 0) offerButton(session.say('find.elsewhere', {count: total}), {...state, everywhere: true})
  }
  const offerButton = (text: string, next: State) => {
    const button = element('button', {type: 'button'}, text)
    button.addEventListener('click', () => {
      state = next
      void update()
      input.focus()
    })
    status.append(button, ' ')
  }
  const update = async () => {
    stale.abort()
    stale = new AbortController()
    const {signal} = stale
    input.value = state.text
    box.checked = state.everywhere
    writeAddress(state)
    place.ariaBusy = 'true'
    const late = setTimeout(() => {
      if (!signal.aborted) status.textContent = session.say('find.loading')
    }, LATE)
    try {
      const answer = await ask(0, FIRST, signal)
      clearTimeout(late)
      await show(answer, signal)
      await showTexts(texts, answer, session, signal)
    } catch (error) {
      clearTimeout(late)
      if (signal.aborted) return
      if (place.ariaBusy === 'true') status.textContent = session.say('find.failed')
      place.ariaBusy = 'false'
      console.warn(error)
    }
  }
  const choose = (name: FacetName, value: string, on: boolean) => {
    const kept = (state.choice[name] ?? []).filter((other) => other !== value)
    state = {...state, choice: {...state.choice, [name]: on ? [...kept, value] : kept}}
    void update()
  }
  const edit = () => {
    // Another question starts with all of its results.
    if (input.value !== state.text) state = {...state, text: input.value, choice: {}}
    void update()
  }
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) edit()
  })
  input.addEventListener('compositionend', edit)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    edit()
  })
  box.addEventListener('change', () => {
    state = {...state, everywhere: box.checked}
    void update()
  })
  more.addEventListener('click', async () => {
    const {signal} = stale
    const first = results.children.length
    try {
      const answer = await ask(first, MORE, signal)
      results.append(...answer.hits.map((hit) => resultCard(hit, session)))
      more.hidden = answer.total <= results.children.length
      results.children[first]?.querySelector('a')?.focus()
    } catch (error) {
      if (!signal.aborted) console.warn(error)
    }
  })
  addEventListener('popstate', () => {
    state = readAddress()
    void update()
  })
  await update()
}

/** Groups stay open or closed, and the focus stays where it was. */
const showFacets = (
  place: HTMLElement,
  answer: Answer,
  choice: Choice,
  session: Session,
  choose: (name: FacetName, value: string, on: boolean) => void,
) => {
  const groups = new Map(
    [...place.querySelectorAll('details')].map((group) => [group.dataset['facet'], group.open]),
  )
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null
  const held = focused !== null && place.contains(focused) ? focused : null
  // On a phone the results come first.
  const isWide = matchMedia('(width >= 48rem)').matches
  const isOpen = (name: FacetName) => groups.get(name) ?? (isWide && name !== 'topic')
  place.replaceChildren(...facetList(answer, choice, session, isOpen, choose))
  for (const box of place.querySelectorAll('input'))
    if (held !== null && box.name === held.name && box.value === held.value) box.focus()
}

const others = async ({engine, locale}: Session) =>
  (await engine.locales()).filter((other) => other !== locale)

/** `?q=5061&all=1&transport=tcp`. */
const readAddress = (): State => {
  const {searchParams} = new URL(location.href)
  return {
    text: searchParams.get('q') ?? '',
    everywhere: searchParams.get('all') === '1',
    choice: Object.fromEntries(facetNames.map((name) => [name, searchParams.getAll(name)])),
  }
}

const writeAddress = ({text, everywhere, choice}: State) => {
  const address = new URL(location.href)
  const {searchParams} = address
  for (const name of ['q', 'all', ...facetNames]) searchParams.delete(name)
  if (text !== '') searchParams.set('q', text)
  if (everywhere) searchParams.set('all', '1')
  for (const name of facetNames) for (const value of choice[name] ?? []) searchParams.append(name, value)
  if (address.href !== location.href) history.replaceState(history.state, '', address)
}

/** Prose is searched after the rules are shown: it comes from another index, which is larger. */
const showTexts = async (texts: HTMLElement, {query}: Answer, session: Session, signal: AbortSignal) => {
  texts.hidden = true
  if (query.words.length + query.protocols.length === 0 || query.problems.length > 0) return
  const {searchProse} = await import('./prose.ts')
  const found = await searchProse(query, session, signal)
  if (signal.aborted || found.length === 0) return
  texts.replaceChildren(element('h2', {}, session.say('find.texts')), element('ul', {}, ...found))
  texts.hidden = false
}
