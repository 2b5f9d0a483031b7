/** Inline tags and placeholders in texts to translate: `<x id="7"/>`, `{0}`, `%1$s`, `{{name}}`. They are copied, never translated. */

export interface Placeholder {
  /** Without differences that mean nothing: `<x id="7"/>` for `<x id="7" />`. */
  text: string
  /** A tag, a value that says which one it is, or one that is told by its place alone. */
  kind: 'tag' | 'named' | 'placed'
  start: number
  end: number
}

/** Elements that XLIFF and TMX put into texts. */
const TAG = String.raw`</?(?:x|g|ph|bx|ex|bpt|ept|it|pc|sc|ec|mrk|ut|hi)(?:\s{1,4}[\w:-]{1,30}="[^"<>]{0,200}"){0,10}\s{0,4}/?>`
const NAMED = String.raw`\{%[^%]{0,200}%\}|\{\{[^{}]{0,200}\}\}|\$?\{[A-Za-z0-9_.:-]{1,60}\}|%\([A-Za-z_]\w{0,60}\)[sdif]|%\d{1,2}\$[sdif@]`
const PLACED = String.raw`(?<![\w%])%[sdif@](?![\p{L}\p{N}%])`
const PLACEHOLDER_RE = new RegExp(`(?<tag>${TAG})|(?<named>${NAMED})|(?<placed>${PLACED})`, 'giu')

/** Any of them holds one of these. */
const OPENER_RE = /[<{%]/

/** The placeholders of a text, in order. */
export const readPlaceholders = (text: string): Placeholder[] =>
  OPENER_RE.test(text)
    ? [...text.matchAll(PLACEHOLDER_RE)].map(({0: found, index, groups}) => ({
        text: found
          .replace(/\s+/g, ' ')
          .replace(/ ?(\/?>|\}\})$/, '$1')
          .replace(/^\{\{ /, '{{'),
        kind: groups?.['tag'] === undefined ? (groups?.['named'] === undefined ? 'placed' : 'named') : 'tag',
        start: index,
        end: index + found.length,
      }))
    : []

/** The text with its placeholders as spaces; same length. */
export const withoutPlaceholders = (text: string): string =>
  OPENER_RE.test(text) ? text.replace(PLACEHOLDER_RE, (found) => ' '.repeat(found.length)) : text
