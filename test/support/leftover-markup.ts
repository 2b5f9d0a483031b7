/** Markup of documentation systems among the texts of a page, where it must not be printed. */
import {parse} from 'parse5'

/** What a reader would see of it. */
const LEFTOVER_RES = [
  /\{\{[^}]{0,60}\}?\}?/g,
  /\{%[^%]{0,60}%?\}?/g,
  /\{[:#/*][^}]{0,60}\}?/g,
  /\{ ?[#.][a-z][^}]{0,60}\}/gi,
  /:::[^\n]{0,40}/g,
  /(?:^|\s)(?:!!!|\?\?\?)\+? [^\n]{0,40}/g,
  /(?:^|\s)===\s?"[^\n]{0,40}/g,
  /--8<--[^\n]{0,40}/g,
  /(?:^|\n)\s*import\s[^\n]{0,60}\sfrom\s/g,
  /(?:^|\n)\s*export\s(?:const|default|function)[^\n]{0,60}/g,
  /\[\^[^\]]{1,30}\]/g,
  /\[![a-z][^\]]{0,60}\]?/gi,
  /<!--[^\n]{0,40}/g,
  /<\/?[A-Z][A-Za-z]*[\s>/]/g,
  /\[\[_?TOC_?\]\]/gi,
]

/** Elements whose text is no text of a document, or code, in which nothing is markup. */
const PASSED = new Set(['script', 'style', 'code', 'pre', 'template', 'noscript'])

/** As much as parse5 tells of a node. */
interface Node {
  nodeName: string
  value?: string
  childNodes?: Node[]
}

export function leftoversIn(html: string): string[] {
  const texts: string[] = []
  const walk = (node: Node): void => {
    if (PASSED.has(node.nodeName)) return
    if (node.nodeName === '#text') texts.push(node.value ?? '')
    for (const child of node.childNodes ?? []) walk(child)
  }
  walk(parse(html))
  return texts.flatMap((text) => LEFTOVER_RES.flatMap((re) => text.match(re) ?? []))
}
