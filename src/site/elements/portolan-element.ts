/** What both elements do: they ask the site, show what it answers below a shadow root, and say where it doesn't. */
import type {ElementContent} from 'hast'
import {nearestTag} from '../../languages/nearest-tag.ts'
import {lookUp} from '../../text/look-up.ts'
import {textDirection} from '../../text/text-direction.ts'
import {h} from '../shared/tree.ts'
import {treeToDom} from '../shared/tree-dom.ts'
import sheetText from './embedded.css?inline'

/** That something could not be loaded, by language: it must be said where nothing can be loaded. */
declare const PORTOLAN_FAILED: Readonly<Record<string, string>>

export interface Shown {
  locale: string
  content: ElementContent[]
}

/** What stands in the element itself is shown until the site has answered, and where it doesn't. */
export abstract class PortolanElement extends HTMLElement {
  readonly #root = this.attachShadow({mode: 'open'})
  /** Only the latest attributes are shown, however long an earlier answer takes. */
  #turn = 0
  #isAsked = false

  abstract load(locale: string): Promise<Shown>

  connectedCallback(): void {
    if (this.#root.adoptedStyleSheets.length === 0) {
      this.#root.adoptedStyleSheets = [sheet()]
      this.#root.append(document.createElement('slot'))
      this.#root.addEventListener('click', (event) => this.#follow(event))
    }
    this.#ask()
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#ask()
  }

  /** Once for all attributes that change together. */
  #ask(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    queueMicrotask(() => {
      this.#isAsked = false
      this.#show().catch(console.error)
    })
  }

  async #show(): Promise<void> {
    this.#turn += 1
    const own = this.#turn
    const locale = this.getAttribute('locale') ?? this.closest('[lang]')?.getAttribute('lang') ?? 'en'
    try {
      const shown = await this.load(locale)
      if (own === this.#turn) this.#put(shown)
    } catch (error) {
      if (own !== this.#turn) return
      const tag = nearestTag(locale, Object.keys(PORTOLAN_FAILED)) ?? 'en'
      const said = h('p', {class: 'note', role: 'status'}, lookUp(PORTOLAN_FAILED, tag) ?? '')
      this.#put({locale: tag, content: [said]}, document.createElement('slot'))
      console.error(`<${this.localName}>`, error)
      this.dispatchEvent(new CustomEvent('portolan-error', {detail: error}))
    }
  }

  #put({locale, content}: Shown, ...others: Node[]): void {
    const place = document.createElement('div')
    const direction = textDirection(locale)
    Object.assign(place, {className: 'portolan', lang: locale, dir: direction})
    place.append(treeToDom(content, direction))
    this.#root.replaceChildren(place, ...others)
  }

  /** Browsers don't look for a place below a shadow root. */
  #follow(event: Event): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const row = this.#root.getElementById(link?.getAttribute('href')?.slice(1) ?? '')
    if (row === null) return
    event.preventDefault()
    row.scrollIntoView()
  }

  protected get place() {
    const level = Number(this.getAttribute('level') ?? 3)
    return {prefix: '', level: level >= 1 && level <= 6 ? Math.trunc(level) : 3}
  }
}

let made: CSSStyleSheet | undefined

/** One for all elements; a policy that refuses inline styles allows it. */
function sheet(): CSSStyleSheet {
  if (made === undefined) {
    made = new CSSStyleSheet()
    made.replaceSync(`:host{display:block}:host([hidden]){display:none}${sheetText}`)
  }
  return made
}

/** A page may have the script twice. */
export function define(name: string, element: CustomElementConstructor): void {
  if (customElements.get(name) === undefined) customElements.define(name, element)
}
