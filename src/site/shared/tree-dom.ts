/** A tree as elements of this page; texts become text nodes only. Directions are those that `page-directions.ts` gives a page. */
import type {ElementContent} from 'hast'
import {directionPieces, withoutOverrides} from '../../text/left-to-right.ts'
import {textDirection} from '../../text/text-direction.ts'

/** @param direction of what stands around it */
export function treeToDom(
  children: readonly ElementContent[],
  direction = document.documentElement.dir,
): DocumentFragment {
  const fragment = document.createDocumentFragment()
  for (const child of children) {
    if (child.type === 'text') fragment.append(...textNodes(withoutOverrides(child.value), direction))
    if (child.type !== 'element') continue
    const element = document.createElement(child.tagName)
    for (const [name, value] of Object.entries(child.properties))
      element.setAttribute(name, value === true ? '' : String(value))
    const own = element.lang === '' ? direction : textDirection(element.lang)
    if (own !== direction) element.dir = own
    element.append(treeToDom(child.children, own))
    fragment.append(element)
  }
  return fragment
}

function textNodes(text: string, direction: string): (Node | string)[] {
  if (direction !== 'rtl') return [text]
  return directionPieces(text).map((piece) => {
    if (!piece.apart) return piece.text
    const set = document.createElement('bdi')
    set.textContent = piece.text
    return set
  })
}
