/** Parts of a path that may be a locale, and the stem that is left of the path without one. */
import {withoutExtension} from '../document-names.ts'
import {type FormWord, formWordOf} from './form-words.ts'
import {toLocale} from './locale-tag.ts'

export interface SplitPath {
  path: string
  folders: readonly string[]
  /** Of the file's name, between its dots, without the extension of a document. */
  parts: readonly string[]
}

/** A part of a path that reads as a locale. */
export interface PathToken {
  locale: string
  /** A whole folder, one end of a folder's name, or a part of the file's name. */
  in: 'folder' | 'repository' | 'file'
  /** Of the folder, or of the part of the file's name. */
  index: number
  /** What is left of the name of the folder, or of the part of the file's name, without the locale; '' for a whole one. */
  rest: string
}

export function pathOf(path: string): SplitPath {
  const folders = path.split(/[/\\]/)
  const file = folders.pop() ?? ''
  return {path, folders, parts: withoutExtension(file).split('.')}
}

/** `docs.fr-fr`, `ja.docs`; `docs-fr` and `docs_fr`, which need more to be believed. */
const ends = [
  /^(?<rest>.+)\.(?<tag>[^.]+)$/,
  /^(?<tag>[^.]+)\.(?<rest>.+)$/,
  /^(?<rest>.+?)[-_](?<tag>[a-z]{2}(?:[-_][a-z]{2,4})?)$/i,
]

const nameEndRE = /^(?<rest>.+?)[-_](?<tag>[a-z]{2}(?:[-_][a-z]{2,4})?)$/i

/** All parts that may be a locale: those of the file's name first, then folders from the innermost one on. */
export function tokensIn(path: SplitPath): readonly PathToken[] {
  const known = tokens.get(path) ?? findTokens(path)
  tokens.set(path, known)
  return known
}

/** Each path is asked about several times. */
const tokens = new WeakMap<SplitPath, readonly PathToken[]>()

function findTokens({folders, parts}: SplitPath): PathToken[] {
  const found: PathToken[] = []
  for (const [index, part] of parts.entries()) {
    const locale = toLocale(part)
    if (locale !== null) found.push({locale, in: 'file', index, rest: ''})
    else found.push(...endOfName(part, index))
  }
  for (let index = folders.length - 1; index >= 0; index--) {
    const folder = folders[index] ?? ''
    const whole = toLocale(folder)
    if (whole !== null) found.push({locale: whole, in: 'folder', index, rest: ''})
    else found.push(...endsOf(folder, index))
  }
  return found
}

/** `text_fr`, `text-pt-br`: which needs more to be believed. */
function endOfName(part: string, index: number): PathToken[] {
  const {rest = '', tag = ''} = nameEndRE.exec(part)?.groups ?? {}
  const locale = tag === '' ? null : toLocale(tag)
  return locale === null ? [] : [{locale, in: 'file', index, rest}]
}

function endsOf(folder: string, index: number): PathToken[] {
  for (const end of ends) {
    const {rest = '', tag = ''} = end.exec(folder)?.groups ?? {}
    const locale = tag === '' ? null : toLocale(tag)
    if (locale !== null) return [{locale, in: 'repository', index, rest}]
  }
  return []
}

/** The path without its extension, and without a token; in lower case. */
export function pathWithout({folders, parts}: SplitPath, token: PathToken | null): string {
  const [own, file] =
    token === null
      ? [[...folders], [...parts]]
      : token.in === 'file'
        ? [
            [...folders],
            parts.flatMap((part, index) =>
              index !== token.index ? [part] : token.rest === '' ? [] : [token.rest],
            ),
          ]
        : [
            folders.flatMap((folder, index) =>
              index !== token.index ? [folder] : token.rest === '' ? [] : [token.rest],
            ),
            [...parts],
          ]
  return [...own, file.join('.')]
    .filter((part) => part !== '')
    .join('/')
    .toLowerCase()
}

/** What keeps documents apart: the path without locale and form words, and where Docusaurus keeps the source of it. */
export function stemWithout(path: SplitPath, token: PathToken | null): string {
  const meaningful = (part: string): boolean => formWordOf(part) === null
  const bare: SplitPath = {
    path: path.path,
    folders: path.folders.filter((folder, index) => index === token?.index || meaningful(folder)),
    parts: path.parts.filter(
      (part, index) => (token?.in === 'file' && index === token.index) || meaningful(part),
    ),
  }
  const shift = (index: number): number =>
    (token?.in === 'file' ? path.parts : path.folders).slice(0, index).filter(meaningful).length
  const left = pathWithout(bare, token === null ? null : {...token, index: shift(token.index)})
  return sourceOfDocusaurus(left === '' ? path.path.toLowerCase() : left)
}

const docusaurusRE =
  /^(?<base>(?:.*\/)?)i18n\/docusaurus-plugin-content-(?<kind>docs|blog|pages)(?:-(?<id>[^/]+))?\/(?<rest>.*)$/

/** `i18n/docusaurus-plugin-content-docs/current/x` is a translation of `docs/x`, one of `version-2` of `versioned_docs/version-2/x`. */
function sourceOfDocusaurus(path: string): string {
  const {base = '', kind, id, rest = ''} = docusaurusRE.exec(path)?.groups ?? {}
  if (kind === undefined) return path
  if (kind === 'pages') return `${base}src/pages/${rest}`
  if (kind === 'blog') return `${base}${id ?? 'blog'}/${rest}`
  const [version = '', ...below] = rest.split('/')
  if (version === 'current') return [`${base}${id ?? 'docs'}`, ...below].join('/')
  const versioned = id === undefined ? 'versioned_docs' : `${id}_versioned_docs`
  return [`${base}${versioned}`, version, ...below].join('/')
}

export type {FormWord}
