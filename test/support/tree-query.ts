/** Finds elements and text in the trees that views make. */
import type {Element, ElementContent} from 'hast'

export const treeText = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(treeText).join('') : ''

/** All elements of that name (and class) in reading order. */
export const elementsOf = (nodes: readonly ElementContent[], tagName: string, className = ''): Element[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const classes = String(node.properties['class'] ?? '').split(' ')
    const own = node.tagName === tagName && (className === '' || classes.includes(className))
    return [...(own ? [node] : []), ...elementsOf(node.children, tagName, className)]
  })

export const attribute = (node: Element, name: string): string => String(node.properties[name] ?? '')
