/** Protocols are copied whole: none is translated, torn apart, lost or replaced. */
import {type Asked, defineCheck, isLoss, type Problem} from '../engine/check.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {replaceSpaced} from '../reading/script.ts'
import {isTransport, isWire, protocols} from '../reading/wire.ts'
import {termProblems} from './terms.ts'
import {tokenProblems} from './tokens.ts'

const isProtocol = (token: string): boolean => protocols.has(token)

const SEPARATOR = String.raw`\s?[/、,，・]\s?`

/** Groups such as `STUN/TURN` whose parts all stand in the translation, but no longer side by side. */
const torn = ({english, target, context: {data}}: Asked): Problem[] =>
  english.slashGroups.flatMap(({parts, text}): Problem[] => {
    const named = parts.filter((part) => !isRange(part))
    if (named.length < 2 || english.path || isLost(named, target)) return []
    // An expression of its own for each group takes longer than all else.
    if (target.wide.includes(named.join('/'))) return []
    const whole = new RegExp(
      named.map((part) => part.replace(/[^A-Za-z0-9]/g, SEPARATOR)).join(SEPARATOR),
      'i',
    )
    if (whole.test(target.wide)) return []
    const first = named[0] ?? ''
    const at = target.wide.indexOf(`${first}/`)
    if (at === -1 && isJoined(named, target.wide, data.conjunctions)) return []
    if (at === -1) return isKeptApart(named, target.wide) ? [] : [{actual: '', expected: text, span: null}]
    const end = endOfPiece(target.wide, at + first.length + 1)
    return [{actual: target.text.slice(at, end), expected: text, span: [at, end]}]
  })

/** A part that is nowhere is problem as lost, not as torn off. */
const isLost = (parts: readonly string[], {wide}: Asked['target']): boolean =>
  parts.some((part) => isTransport(part) && !wide.includes(part))

const isRange = (part: string): boolean => /\d[,-]\d/.test(part)

/** "port 443 (TCP)" for `TCP/443`: no slash left, so nothing is torn at it. */
const isKeptApart = (parts: readonly string[], text: string): boolean =>
  !text.includes('/') && parts.every((part) => text.includes(part))

/** "HTTP or HTTPS" for `HTTP/HTTPS`: one of the words stands between each part and the next, with spaces or without. */
const isJoined = (
  [first = '', ...others]: readonly string[],
  text: string,
  words: readonly string[],
): boolean => {
  if (others.length === 0) return text.startsWith(first)
  return text
    .split(first)
    .slice(1)
    .some((_, index, pieces) => {
      const rest = pieces.slice(index).join(first).trimStart()
      return words.some(
        (word) => rest.startsWith(word) && isJoined(others, rest.slice(word.length).trimStart(), words),
      )
    })
}

const endOfPiece = (text: string, start: number): number => {
  const rest = /^[^\s/、,，。.;；()（）]*/.exec(text.slice(start))
  return start + (rest?.[0].length ?? 0)
}

export const protocolToken = defineCheck({
  id: 'protocol-token',
  severity: 'critical',
  scope: {prose: isLoss, votes: isLoss},
  why: 'A protocol that is translated, torn apart or left out can’t be found in a firewall’s list of services.',
  wrongWhen: 'The language spells the protocol out and leaves its abbreviation away.',
  good: [
    {locale: 'ja-JP', source: 'STUN/TURN over UDP/3478', target: 'UDP/3478 経由の STUN/TURN'},
    {locale: 'zh-TW', source: 'A/V/STUN,MSTURN/UDP/3478', target: 'A/V/STUN、MSTURN/UDP/3478'},
    {locale: 'zh-TW', source: 'HTTPS', target: 'HTTPS'},
    {
      locale: 'pl-PL',
      source: 'RPC (DCOM)',
      target: 'Zdalne wywołanie procedury (DCOM)',
      elsewhere: [1, 2, 3].map(() => ['RPC', 'Zdalne wywołanie procedury']),
    },
    {locale: 'de-DE', source: '5067 for mutual TLS (secured)', target: '5067 für MTLS (gesichert)'},
    {locale: 'fr-FR', source: 'TFTP daemon', target: 'Service Trivial FTP'},
    {locale: 'it-IT', source: 'Media over secure RTP', target: 'Contenuti multimediali su SRTP'},
    {
      locale: 'ja-JP',
      source: 'Sent over TCP/9100, every 30 seconds',
      target: 'TCP/9100 経由で 30 秒ごとに送信',
    },
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'HTTPS',
      target: 'IP-HTTPS',
      message: 'Unexpected “IP-HTTPS”, expected “HTTPS”',
      fix: 'HTTPS',
    },
    {
      locale: 'pl-PL',
      source: 'RPC',
      target: 'Dowolny port',
      elsewhere: [1, 2, 3].map(() => ['RPC', 'Dowolny port']),
      message: 'Unexpected “Dowolny port”, expected “RPC”',
      fix: 'RPC',
    },
    {
      locale: 'zh-TW',
      source: 'DHCP',
      target: '動態',
      message: 'Unexpected “動態”, expected “DHCP”',
      fix: 'DHCP',
    },
    {
      locale: 'de-DE',
      source: '5067 for TLS (mutual trust)',
      target: '5067 für MTLS (Vertrauen)',
      message: 'Unexpected “MTLS”, expected “TLS”',
      fix: '5067 für TLS (Vertrauen)',
    },
    {
      locale: 'fr-FR',
      source: 'STUN/TURN test',
      target: 'STUN/activer le test',
      message: 'Unexpected “STUN/activer”, expected “STUN/TURN”',
      fix: 'STUN/TURN le test',
    },
  ],
  check: (asked): Problem[] => {
    const known = termProblems(asked, 'wire')
    if (known.length > 0) return known
    const pieces = torn(asked)
    const covered = new Set(pieces.flatMap(({expected}) => expected.split('/')))
    return [
      ...pieces,
      ...tokenProblems(asked, isProtocol)
        .filter(({expected}) => !covered.has(expected))
        .filter(({expected}) => !isSpeltOut(asked, expected)),
    ]
  },
  fix: (asked, {span, expected, actual}) =>
    rejoined(asked) ??
    (span && expected !== '' && actual !== '' ? replaceSpaced(asked.target.text, span, expected) : null),
})

/** So often a language must say the same for an abbreviation that stands alone. */
const ENOUGH = 3

/**
 * The words that the documents always say for the abbreviation alone, as many as it has letters, stand in its place: "Zdalne
 * wywołanie procedury" for RPC.
 */
const isSpeltOut = ({english, target, context}: Asked, token: string): boolean => {
  const texts = context.memory(token).filter(({source}) => source === token)
  const [one] = texts
  if (one === undefined || texts.length > 1 || one.count < ENOUGH) return false
  const words = one.target.match(/\p{L}+/gu) ?? []
  return (
    words.length === token.length &&
    words.every((word) => !isWire(word.toUpperCase())) &&
    english.wire.includes(token) &&
    target.folded.includes(foldWords(one.target).trim())
  )
}

/** `A/C … B … /D` for the English groups `A/B` and `C/D`: both are put together again where their halves stand. */
const rejoined = ({english, target}: Asked): string | null => {
  const [one, two] = english.slashGroups.map(({parts}) => parts)
  if (one?.length !== 2 || two?.length !== 2) return null
  for (const [[a = '', b = ''], [c = '', d = '']] of [
    [one, two],
    [two, one],
  ] as const) {
    const start = target.wide.indexOf(`${a}/${c}`)
    const middle = start === -1 ? -1 : target.wide.indexOf(b, start + a.length + c.length + 1)
    const end = middle === -1 ? -1 : target.wide.indexOf(`/${d}`, middle)
    if (end === -1) continue
    const {text} = target
    const between = text.slice(start + a.length + c.length + 1, middle)
    const tail = text.slice(middle + b.length, end) + text.slice(end + d.length + 1)
    return `${text.slice(0, start)}${c}/${d}${between}${a}/${b}${tail}`
  }
  return null
}
