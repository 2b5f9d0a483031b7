/** Inbound stays inbound, source stays source, and "from … to …" keeps both its ends. */

import type {Concept} from '../../languages/lexicon-schema.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {readEnglish} from '../reading/english-cell.ts'
import {readEnds} from '../reading/from-to.ts'
import {meaningOf} from '../reading/meaning-words.ts'
import {sentencePairs} from '../reading/sentence-pairs.ts'
import {findWord, plainWord, wholeWord} from '../reading/words.ts'
import {turnedActors} from './actors.ts'
import {exchangedValues, saysBothEnds, turnedEnds, turnedNumber} from './ends.ts'
import {learntWords} from './nouns.ts'
import {unlessOwnWord} from './own-words.ts'
import {termOf} from './terms.ts'

/** Concepts that exclude each other, with the English words of each. */
const opposites: {one: Concept; other: Concept; english: Partial<Record<Concept, string[]>>}[] = [
  {
    one: 'inbound',
    other: 'outbound',
    english: {inbound: ['inbound', 'incoming'], outbound: ['outbound', 'outgoing']},
  },
  {one: 'source', other: 'destination', english: {source: ['source'], destination: ['destination']}},
  {
    one: 'internal',
    other: 'external',
    english: {internal: ['internal', 'internally'], external: ['external', 'externally']},
  },
]

const END = String.raw`(?:(?:the|each|any|an|a|your) [A-Za-z]|[A-Z]|(?:servers?|clients?|pools?|gateways?|interfaces?|users?|partners?|federated)\b)`
/** "from" and "to" before a place, not before a verb. */
const FROM_RE = new RegExp(`\\b[Ff]rom ${END}`)
const TO_RE = new RegExp(`\\bto ${END}`)
/** Longer texts say where things go in more ways than a list of words can know. */
const LONG = 60

const oppositeProblems = (asked: Asked, text: string): Problem[] =>
  opposites.flatMap(({one, other, english}) =>
    [
      [one, other],
      [other, one],
    ].flatMap(([asks, against]): Problem[] => {
      const {concepts} = asked.context.lexicon
      const said = english[asks as Concept]?.find((word) => asked.english.vocabulary.has(word))
      // A name that was left in English still says it.
      if (said === undefined || asked.target.words.some((word) => word.text.toLowerCase() === said)) return []
      const listed = concepts[asks as Concept]
      const wanted = listed.length > 0 ? listed : learntWords(asked, said)
      if (wanted.length === 0 || findWord(text, wanted) !== null) return []
      const wrong = says(asked, english[against as Concept])
        ? null
        : findWord(text, concepts[against as Concept])
      const alone = asked.english.singulars.length === 1 && wholeWord(wanted[0]) !== ''
      const problem: Problem = alone
        ? {actual: asked.target.text, expected: plainWord(wanted[0]), span: [0, asked.target.text.length]}
        : {actual: plainWord(wrong ?? ''), expected: plainWord(wanted[0]), span: null}
      return [wrong === null ? unlessOwnWord(asked, said, wanted, problem) : problem]
    }),
  )

const says = ({english}: Asked, words: readonly string[] = []): boolean =>
  words.some((word) => english.vocabulary.has(word))

/** "Incoming requests of the gateway" says where they come from without a word for "from". */
const endProblems = (asked: Asked, text: string): Problem[] => {
  const {english, context} = asked
  if (english.words.length > LONG || !FROM_RE.test(english.text) || !TO_RE.test(english.text)) return []
  const {from, to, inbound, outbound, receiving} = context.lexicon.concepts
  return [
    ...(saysBothEnds(asked) ? [] : [{words: from, implied: inbound}]),
    {words: to, implied: [...outbound, ...receiving]},
  ]
    .filter(({words, implied}) => words.length > 0 && findWord(text, [...words, ...implied]) === null)
    .map(({words}) => ({actual: '', expected: plainWord(words[0]), span: null}))
}

/** English that leaves the direction open as well. */
const OPEN_RE =
  /\b(?:between|among|both|inter[a-z]+|across|exchang\w*|mutual\w*|bidirection\w*|two-way|each other|vice versa)\b/i

/** "Between A and B" for "from A to B": nobody can tell any more who calls whom. */
const openEnds = (asked: Asked): Problem[] => {
  const {operators} = asked.context
  if (operators === null || OPEN_RE.test(asked.english.text) || asked.english.words.length > LONG) return []
  // A purpose in another sentence (“switches to HTTPS”) is no second end of this one.
  const word = sentencePairs(asked)
    .filter(({english}) => readEnds(readEnglish(english)) !== null)
    .map(({target}) => findWord(target, operators.between))
    .find((found) => found !== null)
  return word === undefined || word === null
    ? []
    : [{actual: plainWord(word), expected: '', severity: 'major', span: null}]
}

/** The ends stand in an order that turns them round, as the other texts of the locale tell. */
const swappedProblems = ({english, target, context}: Asked): Problem[] => {
  const ends = readEnds(english)
  if (ends === null || !context.orders().isSwapped(english, target.folded)) return []
  const expected = `from ${ends.from.join(' ')} to ${ends.to.join(' ')}`
  return [{actual: target.text, expected, span: null}]
}

/** A header that says nothing but "From" or "To". */
const headerProblems = (asked: Asked, text: string): Problem[] => {
  const {
    english,
    target,
    context: {lexicon},
  } = asked
  const [only] = english.singulars
  if (english.singulars.length !== 1 || (only !== 'from' && only !== 'to')) return []
  const wanted = lexicon.nouns[only] ?? []
  const opposite = lexicon.nouns[only === 'from' ? 'to' : 'from'] ?? []
  if (wanted.length === 0 || findWord(text, wanted) !== null) return []
  const severity = findWord(text, opposite) === null ? 'major' : 'critical'
  return [
    {
      actual: target.text,
      expected: termOf(asked)?.approved ?? plainWord(wanted[0]),
      severity,
      span: [0, target.text.length],
    },
  ]
}

export const direction = defineCheck({
  id: 'direction',
  severity: 'critical',
  barsFix: true,
  scope: {
    // A direction that is said by another word is no error; one that is turned round is.
    prose: ({actual}) => actual !== '',
    opposites: [
      ['inbound', 'outbound'],
      ['outbound', 'inbound'],
      ['internal', 'external'],
      ['external', 'internal'],
      ['source', 'destination'],
      ['destination', 'source'],
    ],
  },
  why: 'A rule in the other direction lets in what should only go out, and keeps the right traffic away.',
  wrongWhen: 'The translation expresses a direction by a verb that the lexicon does not list.',
  good: [
    {locale: 'ja-JP', source: 'Inbound SIP traffic', target: '受信 SIP トラフィック'},
    {
      locale: 'fr-FR',
      source: 'The connector named "Default internal connector" listens for mail.',
      target: 'Le connecteur nommé « Default internal connector » écoute le courrier.',
    },
    {
      locale: 'fr-FR',
      source: 'Traffic from clients to the Edge Server',
      target: 'Trafic des clients vers le serveur Edge',
    },
    {
      locale: 'es-ES',
      source: 'Calls from the gateway are sent to the relay.',
      target: 'El relé recibe las llamadas de la pasarela.',
    },
    {
      locale: 'de-DE',
      source: 'Calls from the gateway are sent to the relay.',
      target: 'Das Relay erhält die Anrufe vom Gateway.',
    },
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Outbound SIP traffic',
      target: '輸入 SIP 流量',
      message: 'Unexpected “輸入”, expected “輸出”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'SIP from the proxy to the gateway',
      target: 'SIP de la passerelle vers le proxy',
      elsewhere: [
        ['SIP from the client to the server', 'SIP du client vers le serveur'],
        ['SIP from the server to the client', 'SIP du serveur vers le client'],
        ['SIP from the pool to the gateway', 'SIP du pool vers la passerelle'],
        ['SIP from the gateway to the proxy', 'SIP de la passerelle vers le proxy'],
      ],
      message: 'Unexpected “SIP de la passerelle vers le proxy”, expected “from proxy to gateway”',
      fix: null,
    },
    {
      locale: 'es-ES',
      source: 'Calls from the gateway are sent to the relay.',
      target: 'Las llamadas de la pasarela se envían el relé.',
      message: 'Missing “a”',
      fix: null,
    },
    {
      locale: 'de-DE',
      source: 'SIP from the relay to the gateway',
      target: 'SIP zwischen dem Relay und dem Gateway',
      message: 'Unexpected “zwischen”',
      fix: null,
    },
    {locale: 'zh-TW', source: 'To', target: '自', message: 'Unexpected “自”, expected “到”', fix: '到'},
  ],
  check: (asked): Problem[] => {
    const text = meaningOf(asked)
    // A cell left in English has a check of its own.
    if (asked.target.folded.trim() === '' || asked.english.text.trim() === asked.target.wide.trim()) return []
    return [
      ...headerProblems(asked, text),
      ...oppositeProblems(asked, text),
      ...endProblems(asked, text),
      ...swappedProblems(asked),
      ...turnedEnds(asked),
      ...exchangedValues(asked),
      ...openEnds(asked),
      ...turnedNumber(asked),
      ...turnedActors(asked),
    ]
  },
  fix: ({target}, {span, expected}) =>
    span ? target.text.replace(target.text.slice(...span), expected) : null,
})
