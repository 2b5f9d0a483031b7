/** Content that the build and the browser make with the same code: hast, the tree of HTML. */
import type {Element, ElementContent, Properties} from 'hast'

export type Child = ElementContent | string | null | readonly Child[]

/** Attributes by their names in HTML; one that is undefined is left out. */
export type Attributes = Record<string, string | true | undefined>

/** `h('p', {class: 'lead'}, 'From A to B')`; texts are texts, never markup. A large page has thousands of them. */
export function h(tagName: string, attributes: Attributes = {}, ...content: Child[]): Element {
  const properties: Properties = {}
  for (const name in attributes) {
    const value = attributes[name]
    if (value !== undefined) properties[name] = value
  }
  const children: ElementContent[] = []
  append(children, content)
  return {type: 'element', tagName, properties, children}
}

function append(nodes: ElementContent[], content: readonly Child[]): void {
  for (const child of content) {
    if (child === null || child === '') continue
    if (typeof child === 'string') nodes.push({type: 'text', value: child})
    else if (isList(child)) append(nodes, child)
    else nodes.push(child)
  }
}

const isList = (child: ElementContent | readonly Child[]): child is readonly Child[] => Array.isArray(child)
