/** Builds elements; texts only ever become text nodes, so nothing from a document or a query is read as markup. */

import {directionPieces} from '../../text/left-to-right.ts'
import {textDirection} from '../../text/text-direction.ts'

type Child = Node | string | null

/** An attribute that is null, false or undefined is left out; true stands without a value. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | boolean | null | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== undefined && value !== false)
      made.setAttribute(key, value === true ? '' : `${value}`)
  const {lang} = made
  if (lang !== '' && textDirection(lang) !== document.documentElement.dir) made.dir = textDirection(lang)
  made.append(...children.flatMap((child) => (typeof child === 'string' ? inOrder(child) : (child ?? []))))
  return made
}

/** On a page from right to left, names and ports set apart from the text around them. */
const inOrder = (text: string): (Node | string)[] =>
  document.documentElement.dir !== 'rtl'
    ? [text]
    : directionPieces(text).map((piece) => {
        if (!piece.apart) return piece.text
        const apart = document.createElement('bdi')
        apart.textContent = piece.text
        return apart
      })

/** A text with its marked places in `<mark>`. */
export const marked = (text: string, marks: readonly (readonly [number, number])[]): DocumentFragment => {
  const fragment = document.createDocumentFragment()
  let at = 0
  for (const [start, end] of marks) {
    fragment.append(text.slice(at, start), element('mark', {}, text.slice(start, end)))
    at = end
  }
  fragment.append(text.slice(at))
  return fragment
}
