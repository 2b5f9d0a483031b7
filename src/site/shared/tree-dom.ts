/** A tree as elements of this page; texts become text nodes only. */
import type {ElementContent} from 'hast'

export function treeToDom(children: readonly ElementContent[]): DocumentFragment {
  const fragment = document.createDocumentFragment()
  for (const child of children) {
    if (child.type === 'text') fragment.append(child.value)
    if (child.type !== 'element') continue
    const element = document.createElement(child.tagName)
    for (const [name, value] of Object.entries(child.properties))
      element.setAttribute(name, value === true ? '' : String(value))
    element.append(treeToDom(child.children))
    fragment.append(element)
  }
  return fragment
}
