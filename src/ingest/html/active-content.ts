/** Elements and attributes that a browser would run or load: no text, and worth a warning. */
import type {Source} from '../source.ts'

const elements = new Set(['script', 'style', 'iframe', 'object', 'embed', 'applet', 'template'])
const attributeRE = /\son[a-z]+\s*=|\b(?:href|src)\s*=\s*["']?\s*javascript:/i

/** Whether an opening tag starts active content; `name` in lower case. */
export function isActiveTag(name: string, tag: string): boolean {
  return elements.has(name) || attributeRE.test(tag)
}

export function reportActive(source: Source, offset: number): void {
  source.report(
    offset,
    'warning',
    'active-content',
    'Unexpected script, style or event handler in a table; it is no text and was left out',
    'Remove it from the document.',
  )
}
