/** Builds elements; texts only ever become text nodes, so nothing from a document or a query is read as markup. */

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
  made.append(...children.filter((child) => child !== null))
  return made
}

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
