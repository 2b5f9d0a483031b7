/** The machines and people at the ends of a rule must still be recognisable. */
import {vocabulariesInUse} from '../../facts/vocabulary/vocabularies.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {englishSingular, hasTerm} from '../reading/english-cell.ts'
import {hasWord, occurrences, plainWord, wholeWord} from '../reading/words.ts'
import {endpointNouns, nounWords} from './nouns.ts'
import {unlessOwnWord} from './own-words.ts'
import {repairTerm, termProblems} from './terms.ts'

/** In long notes only those that no translation paraphrases. */
const plainNouns = new Set(['client', 'director', 'pool', 'gateway', 'proxy'])
const LONG = 14

/** "Client Access servers": wherever the noun stands, it is a word of a name, which each language has in its own way. */
const isInNames = ({words, text}: Asked['english'], noun: string): boolean =>
  words.every((word, at) => {
    const next = words[at + 1]
    return (
      englishSingular(word.text.toLowerCase()) !== noun ||
      (/^\p{Lu}/u.test(word.text) &&
        /^\p{Lu}/u.test(next?.text ?? '') &&
        text.slice(word.end, next?.start) === ' ')
    )
  })

const lostNouns = (asked: Asked): Problem[] => {
  const {english, target} = asked
  return endpointNouns.flatMap((noun): Problem[] => {
    if (!english.vocabulary.has(noun)) return []
    const words = nounWords(asked, noun)
    if (words.length === 0) return []
    if (english.words.length > LONG && (!plainNouns.has(noun) || isInNames(english, noun))) return []
    if (
      hasWord(target.folded, words) ||
      target.words.some(({text}) => englishSingular(text.toLowerCase()) === noun)
    )
      return []
    const alone = english.words.length === 1
    const problem: Problem = {
      actual: alone ? target.text : '',
      expected: plainWord(words[0] ?? noun),
      span: alone && wholeWord(words[0]) !== '' ? [0, target.text.length] : null,
    }
    return [unlessOwnWord(asked, noun, words, problem)]
  })
}

/** A text that is no sentence is a list: it names each thing, and none by a pronoun. Longer ones are sentences without their full stop. */
const LIST = 30

/** A noun that the English has twice and the translation once: the other one became something else, or nothing. */
const countedNouns = (asked: Asked): Problem[] => {
  const {english, target} = asked
  if (english.words.length > LIST || english.path || /[.!?:]\s*$/.test(english.text)) return []
  return endpointNouns.flatMap((noun): Problem[] => {
    const times = english.singulars.filter((word) => word === noun).length
    if (times < 2) return []
    const words = [...nounWords(asked, noun), `*${noun}*`]
    const said = occurrences(target.folded, words)
    return said > 0 && said < times
      ? [{actual: '', expected: plainWord(words[0]), span: null, severity: 'major'}]
      : []
  })
}

const ENOUGH = 8
const MOST = 0.93
/** In a longer text a list of machines is told again in other words. */
const MOST_WORDS = 40

/** Roles that nearly all texts of the locale render in one way, and of which this one says nothing. */
const lostRoles = ({english, target, context}: Asked): Problem[] =>
  vocabulariesInUse()
    .flatMap(({machines}) => machines)
    .filter((role) => !english.path && english.words.length <= MOST_WORDS && english.text.includes(role))
    .flatMap((role): Problem[] => {
      const words = role.toLowerCase().split(' ')
      const learned = hasTerm(english, words) ? context.learnt.renderings.ofAll(words) : null
      if (!learned || learned.total < ENOUGH || learned.held / learned.total < MOST) return []
      const isSaid =
        target.folded.includes(learned.text) || words.every((word) => target.folded.includes(word))
      return isSaid ? [] : [{actual: '', expected: learned.text, span: null}]
    })

/**
 * Two names with one beginning (`Branch Appliance`, `Branch Server`) of which the translation keeps the beginning
 * twice, and the word that tells them apart only once.
 */
const mergedNames = (asked: Asked): Problem[] => {
  const {english, target} = asked
  return english.names
    .filter(({words, kept}) => !kept && words.length > 2)
    .flatMap((name): Problem[] => {
      const last = name.words.at(-1) ?? ''
      const stem = name.words.slice(0, -1)
      const sibling = english.names.find(
        (other) => other !== name && stem.every((word, index) => other.words[index] === word),
      )
      const has = (word: string) => target.words.some(({text}) => text.toLowerCase() === word.toLowerCase())
      if (!sibling || !stem.every(has) || has(last) || last === 'Server') return []
      const wrong = sibling.name
      const [first, second] = [target.wide.indexOf(wrong), target.wide.lastIndexOf(wrong)]
      if (first === second) return []
      const at = english.text.indexOf(name.name) < english.text.indexOf(wrong) ? first : second
      const start = at - (headBefore(asked, at)?.length ?? 0)
      const end = at + wrong.length
      return [{actual: target.text.slice(start, end), expected: name.name, span: [start, end]}]
    })
}

/** The generic noun that the translation put before the wrong name: `serveur `. */
const headBefore = ({target, context: {lexicon}}: Asked, at: number): string | undefined => {
  const [head] = /\p{L}+ $/u.exec(target.wide.slice(0, at)) ?? []
  return head !== undefined && hasWord(head.toLowerCase(), lexicon.nouns['server'] ?? []) ? head : undefined
}

export const endpoint = defineCheck({
  id: 'endpoint',
  severity: 'critical',
  scope: {
    // Prose says "the server" where the English repeats its role.
    prose: (problem, asked) => lostRoles(asked).every(({expected}) => expected !== problem.expected),
  },
  why: 'The rule is made for another machine than the one that needs it, or for none that the reader knows.',
  wrongWhen: 'A note mentions an endpoint in passing, and the translation says it with a pronoun.',
  good: [
    {locale: 'zh-TW', source: 'Clients', target: '用戶端'},
    {
      locale: 'fr-FR',
      source: 'To use client push to install the client, add the following exceptions:',
      target: 'Pour une installation Push du client, ajoutez les exceptions suivantes :',
    },
    {
      locale: 'de-DE',
      source:
        'If you change the ports that are used by Client Access and Mailbox roles, configure the rules of the firewall again.',
      target:
        'Wenn Sie die Ports ändern, die die Zugriffs- und Postfachrollen verwenden, konfigurieren Sie die Regeln der Firewall neu.',
    },
    {locale: 'ja-JP', source: 'Director pool', target: 'ディレクター プール'},
  ],
  bad: [
    {
      locale: 'es-ES',
      source: 'Proxy pool or proxy of a branch',
      target: 'Grupo de proxy o apoderado de una sucursal',
      message: 'Missing “proxy”',
      fix: null,
    },
    {
      locale: 'fr-FR',
      source: 'Gateway, gateway pool address, or the address of each interface of the cluster',
      target: 'Passerelle, adresse du pool, ou adresse de chaque interface du cluster',
      message: 'Missing “passerelle”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Clients',
      target: '台',
      message: 'Unexpected “台”, expected “用戶端”',
      fix: '用戶端',
    },
    {
      locale: 'ja-JP',
      source: 'Directors',
      target: 'レ',
      message: 'Unexpected “レ”, expected “ディレクター”',
      fix: 'ディレクター',
    },
    {
      locale: 'zh-TW',
      source: 'Director load balancer',
      target: '主管負載平衡器',
      message: 'Unexpected “主管”, expected “Director”',
      fix: 'Director 負載平衡器',
    },
    {
      locale: 'fr-FR',
      source: 'Director pool IP address',
      target: 'Adresse IP du directeur',
      message: 'Missing “pool”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    if (asked.target.text.trim() === '') return []
    const forbidden = termProblems(asked, 'critical')
    const told = new Set(forbidden.map(({expected}) => expected))
    return [
      ...forbidden,
      ...lostNouns(asked).filter(({expected}) => !told.has(expected)),
      ...mergedNames(asked),
      ...lostRoles(asked),
      ...countedNouns(asked),
    ]
  },
  fix: repairTerm,
})
