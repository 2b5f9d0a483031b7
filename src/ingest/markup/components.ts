/** Components among Markdown (MDX, Starlight, Docusaurus, Vue): tags whose names the document shows to be no placeholder. */
import {html} from 'parse5'
import {blanked} from './rule.ts'

const tagRE =
  /<(\/?)([A-Z][\w.]{0,60})((?:\s(?:[^<>"'{}]|"[^"]{0,500}"|'[^']{0,500}'|\{[^{}]{0,500}\}){0,1000})?)(\/?)>/g
const labelRE = /\s(?:label|title|header)\s*=\s*\{?(?:"([^"\n]+)"|'([^'\n]+)')/

/** Tags of HTML may be written in capitals: `<STRONG>` is no component. */
const elements: ReadonlySet<string> = new Set(Object.values(html.TAG_NAMES))

const isElement = (name: string): boolean => name === name.toUpperCase() && elements.has(name.toLowerCase())

/** Names of tabs start a heading of their own; what other components are titled stays where it is. */
const tabRE = /^Tab/

/**
 * The text with the tags of components blank. A name is one where the document closes it, or where a tag of it has an
 * attribute with a value; `<PoolName>` stands for what the reader has to fill in.
 */
export function withoutComponents(
  text: string,
  isCode: (offset: number) => boolean,
): {text: string; count: number} {
  const names = new Set<string>()
  for (const [, slash, name = '', attributes = '', end] of text.matchAll(tagRE))
    if ((slash !== '' || end !== '' || attributes.includes('=')) && !isElement(name)) names.add(name)
  if (names.size === 0) return {text, count: 0}
  let count = 0
  const result = text.replace(tagRE, (tag: string, ...rest: [string, string, string, string, number]) => {
    const [, name, attributes, , offset] = rest
    if (!names.has(name) || isCode(offset)) return tag
    count++
    const [, double, single] = labelRE.exec(attributes) ?? []
    return blanked(tag, double ?? single ?? '', tabRE.test(name) ? '###### ' : '')
  })
  return {text: result, count}
}
