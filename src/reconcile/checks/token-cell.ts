/** A cell of tokens says the same parts in the same order: none twice, none fewer, none with another one’s values. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {maySayRange, readNumbers} from '../reading/numbers/numbers.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {isWire} from '../reading/wire.ts'

interface Token {
  /** A protocol, a transport or a number; `word` for words, as many as stand together. */
  kind: string
  /** A separator or a word that parts a list stands before it. */
  parts: boolean
}

const WORD_RE = /\p{L}[\p{L}\p{M}\p{N}]*/gu
const PARTING_RE = /[,;、，；\n]/

/** The tokens in their order. Words of the language that join the members of a list part them and are no tokens. */
const tokensOf = (text: string, groups: readonly string[], joiners: ReadonlySet<string>): Token[] => {
  const numbers = readNumbers(text, groups).map(({value, start, end}) => ({kind: String(value), start, end}))
  const inNumber = (at: number) => numbers.some(({start, end}) => at >= start && at < end)
  const words = [...text.matchAll(WORD_RE)]
    .filter(({index}) => !inNumber(index))
    .map(({0: word, index}) => {
      const kind = isWire(word.toUpperCase())
        ? word.toUpperCase()
        : joiners.has(foldWords(word))
          ? 'join'
          : 'word'
      return {kind, start: index, end: index + word.length}
    })
  const tokens: Token[] = []
  let end = 0
  let joined = false
  for (const {kind, ...place} of [...numbers, ...words].toSorted((a, b) => a.start - b.start)) {
    const isParted = joined || PARTING_RE.test(text.slice(end, place.start))
    end = place.end
    joined = kind === 'join'
    if (kind === 'join' || (kind === 'word' && tokens.at(-1)?.kind === 'word' && !isParted)) continue
    tokens.push({kind, parts: isParted && tokens.length > 0})
  }
  return tokens
}

const plain = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(({kind}) => (kind === 'word' ? [] : [kind]))

/** The members of a list, each as its tokens. */
const membersOf = (tokens: readonly Token[]): string[][] => {
  const members: string[][] = [[]]
  for (const {kind, parts} of tokens) {
    if (parts) members.push([])
    if (kind !== 'word') members.at(-1)?.push(kind)
  }
  return members
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join(' ') === other.toSorted().join(' ')

/** A member as a key that doesn't depend on the order of its tokens. */
const keysOf = (tokens: readonly Token[]): string[] =>
  membersOf(tokens).map((member) => member.toSorted().join(' '))

const joinersOf = ({context: {data}}: Asked): Set<string> => {
  const words = [...data.conjunctions, ...data.rangeWords, ...data.rangeFrames, ...data.portWords]
  return new Set(words.flatMap((word) => foldWords(word).match(/\p{L}+/gu) ?? []))
}

const ENGLISH_JOINERS = new Set(['and', 'or', 'to'])
/** Shorter words in an alphabet join others in some language. */
const SHORTEST = 4

/** Words in a cell that has none in English; only one that stands alone can be taken out. */
const addedWords = ({english, target, context}: Asked, joiners: ReadonlySet<string>): Problem[] => {
  const added = [...target.wide.matchAll(WORD_RE)]
    .filter(({0: word}) => /^\p{Script=Latin}/u.test(word) && word.length >= SHORTEST)
    .filter(({0: word}) => !isWire(word.toUpperCase()) && !joiners.has(foldWords(word)))
    .map(({0: word, index}): [number, number] => [index, index + word.length])
  const isRange = english.ranges.some((range) =>
    maySayRange(range, target.wide, target.numbers, context.data),
  )
  if (isRange) return []
  const [first, last] = [added[0], added.at(-1)]
  if (first === undefined || last === undefined) return []
  const actual = target.text.slice(first[0], last[1])
  return [
    {
      actual,
      expected: '',
      severity: 'major',
      span: first === last && isAlone(target.wide, first) ? first : null,
    },
  ]
}

/** No other words than the one at a place, but for those of tokens. */
const isAlone = (text: string, [start, end]: [number, number]): boolean =>
  [...`${text.slice(0, start)} ${text.slice(end)}`.matchAll(WORD_RE)].every(({0: word}) =>
    isWire(word.toUpperCase()),
  )

export const tokenCell = defineCheck({
  id: 'token-cell',
  severity: 'critical',
  why: 'A port that stands twice, or beside another protocol than its own, makes another rule of the row.',
  wrongWhen: 'The translation rightly lists the members of a cell in another grouping.',
  good: [
    {locale: 'fr-FR', source: 'TCP/443, UDP/3478', target: 'UDP/3478 et TCP/443'},
    {locale: 'es-ES', source: 'UDP 50000-59999', target: 'UDP de 50000 a 59999'},
    {locale: 'zh-TW', source: 'Access/SIP(TLS)/TCP/443', target: '存取/SIP(TLS)/TCP/443'},
  ],
  bad: [
    {
      locale: 'it-IT',
      source: 'DNS/UDP/53, SMB/TCP/445',
      target: 'DNS/TCP/53, SMB/UDP/445',
      message: 'Unexpected “DNS TCP 53, SMB UDP 445”, expected “DNS UDP 53, SMB TCP 445”',
      fix: 'DNS/UDP/53, SMB/TCP/445',
      also: ['transport'],
    },
    {
      locale: 'de-DE',
      source: 'TCP/25',
      target: 'TCP/25 TRAUBEN',
      message: 'Unexpected “TRAUBEN”',
      fix: 'TCP/25',
    },
    {
      locale: 'es-ES',
      source: '9443',
      target: '9443 o según esté configurado en el servicio',
      message: 'Unexpected “según esté configurado en el servicio”',
      fix: '9443',
    },
    {
      locale: 'fr-FR',
      source: 'Access/SIP(TLS)/TCP/5061',
      target: '/TCP/5061 d’accès/SIP (TLS)',
      message: 'Unexpected “TCP 5061 … SIP TLS”, expected “… SIP TLS TCP 5061”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, context} = asked
    if ((!english.path && !english.tokensOnly) || target.text === '') return []
    const joiners = joinersOf(asked)
    const wanted = tokensOf(english.text, [',', '.'], ENGLISH_JOINERS)
    const found = tokensOf(target.wide, context.data.digitGroups, joiners)
    if (!sameSet(plain(wanted), plain(found))) {
      // What is lost or added for good has checks of its own; here a token stands more or less often.
      const isCounted = sameSet([...new Set(plain(wanted))], [...new Set(plain(found))])
      return isCounted ? [problemOf(wanted, found)] : []
    }
    const isRegrouped =
      membersOf(wanted).length === membersOf(found).length && !sameSet(keysOf(wanted), keysOf(found))
    if (isRegrouped) return [problemOf(wanted, found)]
    if (english.tokensOnly) return addedWords(asked, joiners)
    const isOneMember = membersOf(wanted).length === 1 && membersOf(found).length === 1
    const isTorn =
      isOneMember &&
      target.wide.includes('/') &&
      (plain(wanted).join(' ') !== plain(found).join(' ') || wanted[0]?.kind !== found[0]?.kind)
    return isTorn ? [{...problemOf(wanted, found), severity: 'major'}] : []
  },
  fix: ({english, target}, {span, expected}) => {
    if (span && expected === '') return `${target.text.slice(0, span[0])}${target.text.slice(span[1])}`.trim()
    return english.tokensOnly && span === null ? english.text : null
  },
})

/** Both sides as their tokens, with `…` for words and a comma between the members. */
const shown = (tokens: readonly Token[]): string =>
  tokens
    .map(({kind, parts}, at) => `${at === 0 ? '' : parts ? ', ' : ' '}${kind === 'word' ? '…' : kind}`)
    .join('')

const problemOf = (wanted: readonly Token[], found: readonly Token[]): Problem => ({
  actual: shown(found),
  expected: shown(wanted),
  span: null,
})
