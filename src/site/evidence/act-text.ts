/** What a reader can do about a text that she finds wrong: where to edit it, what to report, what to decide otherwise. */
import {lookUp} from '../../text/look-up.ts'

/** `path:line`, as evidence names a place. */
export interface TextPlace {
  path: string
  line: string
}

/** The last colon parts them: paths hold colons, too. */
export function readPlace(text: string): TextPlace | null {
  const [, path, line] = /^(.+):(\d+)$/.exec(text.trim()) ?? []
  return path === undefined || line === undefined ? null : {path, line}
}

/** @param template `https://example.org/edit/main/{path}#L{line}` */
export const editAddress = (template: string, {path, line}: TextPlace): string =>
  fill(template, {path: path.split('/').map(encodeURIComponent).join('/'), line})

export interface Report {
  /** What it is about: topic and column. */
  title: string
  /** Address of the row, place, texts: one a line. */
  lines: readonly string[]
}

/** @param template `https://example.org/issues/new?title={title}&body={body}`, or a `mailto:` with a subject and a body */
export const reportAddress = (template: string, {title, lines}: Report): string =>
  fill(template, {title: encodeURIComponent(title), body: encodeURIComponent(lines.join('\n'))})

const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => lookUp(values, name) ?? place)

/** An entry of `decisions/<locale>.json`, with the text that stands there now, to be written over. */
export const decisionEntry = (source: string, text: string, date: string): string =>
  JSON.stringify({source, text, reason: '', date}, null, 2)
