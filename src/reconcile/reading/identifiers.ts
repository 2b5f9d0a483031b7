/** Names that a machine reads (files, commands, parameters, registry values, addresses): they are copied, never translated. */

const FILE = String.raw`[A-Za-z][\w-]*\.(?:exe|dll|msc|msi|xml|ps1|psm1|log|config|cer|pfx|sys|ini|txt|zip|cab|json|js|csv)`
/** Approved verbs of PowerShell commands that documentation of servers uses. */
const VERBS =
  'Get|Set|New|Remove|Enable|Disable|Test|Start|Stop|Restart|Grant|Revoke|Import|Export|Add|Clear|Invoke|Move|Update|' +
  'Sync|Search|Show|Publish|Unpublish|Install|Uninstall|Register|Unregister|Convert|Debug|Merge|Request|Reset|Approve'
const CMDLET = `(?:${VERBS})-[A-Z][A-Za-z]+`
const URL = String.raw`[A-Za-z][A-Za-z0-9+.-]{1,20}://(?:[^\s<>():\u3000-\u9FFF\uFF01-\uFFEF]|:(?![A-Za-z]))*`
const DOMAIN = String.raw`(?:\\?\*\.)?[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:com|net|org|edu|gov|mil|local|internal|info|lan)`
const REGISTRY = String.raw`[A-Za-z]\w*\\[A-Za-z]\w*(?:\\[A-Za-z]\w*)*`
const UNDERSCORE = '(?:<[a-z]+>)?[A-Za-z][A-Za-z0-9-]*(?:_[A-Za-z0-9-]+)+'
const CAMEL = `[A-Z][a-z0-9]+[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)*`

const ATTRIBUTE = '[a-z]{2,}[A-Z][A-Za-z0-9]+(?:-[A-Za-z0-9]+)*'

const IDENTIFIER_RE = new RegExp(
  `(?<![\\w.\\\\/-])(?:${[URL, FILE, UNDERSCORE, CMDLET, REGISTRY, DOMAIN, CAMEL, ATTRIBUTE].join('|')})(?![\\w]|\\.[A-Za-z0-9])`,
  'g',
)

/** Something of each of them: most texts have none of it, and are read no further. */
const HINT_RE = /:\/\/|\.[A-Za-z]|[_\\]|[a-z0-9][A-Z]|-[A-Z]/

/** Brands with an inner capital: names, not identifiers. */
const brands = new Set([
  'PowerShell',
  'SharePoint',
  'OneDrive',
  'OneNote',
  'YouTube',
  'GitHub',
  'LinkedIn',
  'PowerPoint',
  'DevOps',
  'WiFi',
  'JavaScript',
  'TypeScript',
])

export interface Identifier {
  text: string
  start: number
  end: number
}

/** The identifiers of an English text, in order. */
export const readIdentifiers = (text: string): Identifier[] =>
  HINT_RE.test(text)
    ? [...text.matchAll(IDENTIFIER_RE)]
        .filter((match) => !brands.has(match[0]) && text[match.index - 1] !== '<' && !/\/\/$/.test(match[0]))
        .map((match) => ({
          text: match[0].replace(/[.,;:]$/, ''),
          start: match.index,
          end: match.index + match[0].length,
        }))
    : []

/** The text with its identifiers as spaces; same length. */
export const withoutIdentifiers = (text: string): string =>
  readIdentifiers(text).reduce(
    (plain, {start, end}) => plain.slice(0, start) + ' '.repeat(end - start) + plain.slice(end),
    text,
  )

/** Markdown escapes and folds that make no difference between two spellings of an identifier. */
export const plainIdentifiers = (text: string): string => text.replaceAll('\\*', '*').replaceAll('\\_', '_')

/** How often `identifier` stands whole in `text`; letters, digits and inner characters may not touch it. */
export const countIdentifier = (text: string, identifier: string): number => {
  let count = 0
  for (let at = text.indexOf(identifier); at !== -1; at = text.indexOf(identifier, at + identifier.length)) {
    const before = text[at - 1] ?? ' '
    const after = text.slice(at + identifier.length, at + identifier.length + 2)
    if (!/[A-Za-z0-9_./\\]/.test(before) && !/^[A-Za-z0-9_]|^\.[A-Za-z]/.test(after)) count++
  }
  return count
}
