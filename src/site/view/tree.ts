/** Content that the build and the browser make with the same code: hast, the tree of HTML. */
import type {Element, ElementContent} from 'hast'

export type Child = ElementContent | string | null | readonly Child[]

/** Attributes by their names in HTML; one that is undefined is left out. */
export type Attributes = Record<string, string | true | undefined>

/** `h('p', {class: 'lead'}, 'From A to B')`; texts are texts, never markup. */
export const h = (tagName: string, attributes: Attributes = {}, ...children: Child[]): Element => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
  children: children.flatMap(nodes),
})

function nodes(child: Child): ElementContent[] {
  if (child === null || child === '') return []
  if (typeof child === 'string') return [{type: 'text', value: child}]
  return isList(child) ? child.flatMap(nodes) : [child]
}

const isList = (child: ElementContent | readonly Child[]): child is readonly Child[] => Array.isArray(child)
