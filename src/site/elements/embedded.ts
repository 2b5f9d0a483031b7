/** Views of the site as content of another one: without what its scripts do, with ids of their own, and linked only to what is there. */
import type {Element, ElementContent} from 'hast'

/** Begins the address of each page of a site whose address nobody told. */
export const NOWHERE = 'nowhere:'

/** Attributes that name an element of the same content. */
const references: ReadonlySet<string> = new Set([
  ...['id', 'for', 'popovertarget', 'aria-labelledby', 'aria-describedby'],
])

type Value = Element['properties'][string]

export interface Place {
  /** Stands before each id. */
  prefix: string
  /** Level of the highest heading, from 1: what the page above the content leaves. */
  level: number
  /** Whether no document is in the reader's language. */
  isMissing?: boolean
}

/** Nothing is changed in place, since views share what they make. */
export const embedded = (content: readonly ElementContent[], place: Place): ElementContent[] =>
  content.flatMap((child) => (child.type === 'element' ? elementIn(child, place) : [child]))

function elementIn(element: Element, place: Place): ElementContent[] {
  const {tagName, properties, children} = element
  const {href, class: name} = properties
  if (name === 'copy') return []
  const content = embedded(children, place)
  if (typeof href === 'string' && href.startsWith(NOWHERE)) {
    // A symbol that says nothing but that it leads somewhere.
    if (name === 'anchor') return []
    const {href: _, ...others} = properties
    return [{...element, tagName: 'span', properties: others, children: content}]
  }
  const own = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, attributeIn(key, value, place)]),
  )
  return [{...element, tagName: headingAt(tagName, place.level), properties: own, children: content}]
}

function attributeIn(key: string, value: Value, {prefix}: Place): Value {
  if (typeof value !== 'string') return value
  if (references.has(key)) return `${prefix}${value}`
  return key === 'href' && value.startsWith('#') ? `#${prefix}${value.slice(1)}` : value
}

/** `h1` and `h2` below a heading of level 2 are `h3` and `h4`. */
const headingAt = (tagName: string, level: number): string => {
  const own = /^h([1-6])$/.exec(tagName)?.[1]
  return own === undefined ? tagName : `h${Math.min(6, Number(own) - 1 + level)}`
}
