/** Words of one name, or a bracket and its content, that the translation tore apart. */
import {type Asked, always, defineCheck, type Problem} from '../engine/check.ts'
import {isExpandedBefore} from '../reading/abbreviations/expansions.ts'
import {isAcronym, singular} from '../reading/latin.ts'
import {isWire} from '../reading/wire.ts'

/** All words of a product's name stand in the cell, but not side by side. */
const tornNames = ({english, target}: Asked): Problem[] =>
  english.names
    .filter(({words, kept}) => kept && words.length > 1)
    .filter(({name}) => !unhyphened(target.wide).includes(unhyphened(name)))
    .filter(({words}) =>
      words.every((word) => target.words.some(({text}) => text.toLowerCase() === word.toLowerCase())),
    )
    .map(({name, words}) => ({actual: words.join(' … '), expected: name, span: null}))

/** German joins the words of a name by hyphens: `Lync-Server`. */
const unhyphened = (text: string): string => text.toLowerCase().replaceAll('-', ' ')

const BRACKET_RE = /\(([^()]*)\)/g
const brackets = (text: string): string[] =>
  [...text.matchAll(BRACKET_RE)].map((match) => (match[1] ?? '').trim())

/** Tokens that any translation of a bracket keeps. */
const tokensOf = (text: string): string[] =>
  (text.match(/[A-Za-z][A-Za-z0-9]*|\d+/g) ?? [])
    .map(singular)
    .filter((word) => (isAcronym(word) && isWire(word)) || /^\d{2,}$/.test(word))

/** The content of a bracket stands outside of it, and the brackets hold something else, or nothing. */
const displaced = ({english, target}: Asked): Problem[] => {
  const found = brackets(target.wide.replaceAll('](', '] '))
  if (found.length === 0) return []
  const all = brackets(english.text.replaceAll('](', '] '))
  // An abbreviation and what it is short for may change places, or one of them stand for both.
  const wanted = all.filter(
    (content) => !(isExpandedBefore(english.text, content) && target.tokensAnyCase.has(singular(content))),
  )
  const empty = found.some((content) => content === '') && !all.includes('')
  const broken = found.find((content) => /^[，、。,;；]|^(?:的|の|を|に)/.test(content))
  const lost = wanted.find((content) => {
    const tokens = tokensOf(content)
    return (
      tokens.length > 0 &&
      !tokens.every(
        (token) => found.some((other) => other.includes(token)) || isExplained(target.wide, token),
      )
    )
  })
  const [only, foreign] = [
    wanted.length === 1 ? wanted[0] : undefined,
    found.length === 1 ? found[0] : undefined,
  ]
  if (
    only !== undefined &&
    foreign !== undefined &&
    ![...tokensOf(only), only].some((token) => isExplained(target.wide, token)) &&
    holdsOutsiders(english.text.replace(only, ' '), only, foreign)
  ) {
    return [{actual: `(${foreign})`, expected: `(${only})`, span: null}]
  }
  if (empty) return [{actual: '()', expected: all[0] ?? '', span: null}]
  if (broken !== undefined) return [{actual: `(${broken})`, expected: all[0] ?? '', span: null}]
  return lost === undefined ? [] : [{actual: `(${found[0] ?? ''})`, expected: `(${lost})`, span: null}]
}

/** The bracket of the translation holds names that the English has outside of its own bracket only. */
const holdsOutsiders = (outside: string, inside: string, content: string): boolean => {
  const names = content.match(/[A-Z][A-Za-z]{2,}/g) ?? []
  return names.length > 1 && names.every((name) => outside.includes(name) && !inside.includes(name))
}

/** `PSOM (Persistent …)` for `Persistent … (PSOM)`: a bracket of the translation explains the token. */
const isExplained = (text: string, token: string): boolean =>
  text.includes(`${token} (`) ||
  text.includes(`${token}(`) ||
  brackets(text).some((content) => (content.match(/[A-Z](?=[a-z])/g) ?? []).join('') === token)

export const wordOrder = defineCheck({
  id: 'word-order',
  severity: 'major',
  scope: {prose: always},
  why: 'A name that is torn apart is no name any more, and a remark in brackets belongs to another word.',
  wrongWhen: 'The language rightly puts a word between the parts of a name.',
  good: [
    {locale: 'ja-JP', source: 'Used by Office Web Apps', target: 'Office Web Apps で使用'},
    {locale: 'de-DE', source: 'Overview of Lync Server', target: 'Lync-Server (Übersicht)'},
    {locale: 'zh-TW', source: 'SIP requests (TLS)', target: 'SIP 要求 (TLS)'},
    {
      locale: 'de-DE',
      source: 'Hypertext Transfer Protocol (HTTP) from the lock to the depot',
      target: 'HTTP-Verbindung (Hypertext Transfer Protocol) von der Schleuse zum Depot',
    },
    {
      locale: 'fr-FR',
      source: 'Blocks Server Message Block (SMB) and Remote Procedure Calls (RPC)',
      target: 'Bloque le protocole SMB et les appels de procédure distante (RPC)',
    },
    {
      locale: 'pt-BR',
      source: 'Blocks Server Message Block (SMB) and Remote Procedure Calls (RPC)',
      target: 'Bloqueia o protocolo SMB e as RPCs (chamadas de procedimento remoto)',
    },
  ],
  bad: [
    {
      locale: 'ja-JP',
      source: 'Connects to Office Web Apps.',
      target: 'Web Apps に接続Office使用します。',
      message: 'Unexpected “Office … Web … Apps”, expected “Office Web Apps”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'HTTPS (from reverse proxy)',
      target: '反向 Proxy 的 HTTPS ()',
      message: 'Unexpected “()”, expected “from reverse proxy”',
      fix: null,
    },
  ],
  check: (asked) => [...tornNames(asked), ...displaced(asked)],
  fix: () => null,
})
