/** Names that only machines read, told by their form: hosts, wildcards, mail addresses, paths, variables, GUIDs. They have no translation. */
import type {LatinWord} from './latin.ts'

/** A run of characters between spaces, brackets and quotation marks. */
const TOKEN_RE = /[^\s()[\]{}"'“”«»‘’,;、。，；（）「」『』\u3000]+/g
const NAME_RES = [
  // A dot, an underscore or an at sign inside a word: `sip.contoso.example`, `_sip._tls`, `admin@contoso.com`.
  /[A-Za-z0-9*>-]\.[A-Za-z0-9_*<-]/,
  /[A-Za-z0-9>.]_[A-Za-z0-9<]|(?:^|\.)_[A-Za-z]/,
  /[A-Za-z0-9]@[A-Za-z0-9]/,
  // Wildcards: `*.contoso.com`, `*_tcp`.
  /^\*[A-Za-z0-9._-]|[A-Za-z0-9._-]\*$/,
  // Paths: `C:\Windows`, `\\server\share`, `/etc/hosts`, `~/bin`, `https://host`.
  /\\[A-Za-z0-9]|^\.{0,2}~?\/[A-Za-z0-9]|:\/\//,
  // Members of classes: `Math#sin`. Names joined by many hyphens: `rate-limit-bytes-per-second`.
  /[A-Za-z]#[a-z]|^[a-z]+(?:-[a-z0-9]+){4,}$/,
  // Relative paths of three parts or more: `data/node/log`.
  /^[a-z0-9_.-]+(?:\/[a-z0-9_.-]+){2,}\/?$/,
  // Variables and options: `%windir%`, `$env:path`, `--port`, `-Force`.
  /^%[A-Za-z0-9]+%|^\$[A-Za-z]|^--?[A-Za-z]/,
  /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/,
]
/** "e.g." and "U.S." are words; so is a sentence's end without its space ("port.The"). */
const WORDS_RE = /^(?:[A-Za-z]\.)+[A-Za-z]?$|^[A-Za-z]{2,}\.[A-Z][a-z]+$/

/** Where the names stand in a text (width folded): `[start, end)`. */
export const machineNames = (text: string): [number, number][] =>
  [...text.matchAll(TOKEN_RE)].flatMap((match): [number, number][] => {
    const token = match[0].replace(/[.:!?]+$/, '').replace(/\\(?=[_*])/g, '')
    const isName = NAME_RES.some((re) => re.test(token)) || isPathTwice(token, text)
    return /[A-Za-z]/.test(token) && !WORDS_RE.test(token) && isName
      ? [[match.index, match.index + match[0].length]]
      : []
  })

/** `ext/log`, where the text has it again as Windows writes it, `ext\\log`. */
const isPathTwice = (token: string, text: string): boolean =>
  token.includes('/') && text.includes(token.replaceAll('/', '\\'))

/** The words that are no part of such a name. */
export const outsideNames = (words: readonly LatinWord[], text: string): LatinWord[] => {
  const names = machineNames(text)
  return names.length === 0
    ? [...words]
    : words.filter(({start}) => !names.some(([from, to]) => start >= from && start < to))
}
