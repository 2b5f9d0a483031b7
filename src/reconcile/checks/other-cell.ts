/** A cell that says what another English text says: the translation of a neighbouring row stands in it. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {flat, wordsFor} from '../engine/context.ts'
import {asEvidence, type Known} from '../engine/reference.ts'
import {type English, readEnglish} from '../reading/english-cell.ts'
import {plainEnglish} from '../reading/english-words.ts'
import {isWire} from '../reading/wire.ts'
import {hasWord} from '../reading/words.ts'

const ENOUGH = 2
/** English texts that are looked at: a text that renders more of them is a phrase for many things. */
const MOST = 5
/** Words that name the ends of a rule: to take one for another opens a port of another machine. */
const ends = new Set(
  (
    'client director pool gateway proxy interface partner user balancer server edge internal external source ' +
    'destination inbound outbound incoming outgoing'
  ).split(' '),
)

/** Words that carry the meaning of a text: no names, no tokens, no small words. `A/V` is one word. */
const contentOf = ({singulars, names, acronyms, text}: English): Set<string> => {
  const named = new Set(names.flatMap(({words}) => words.map((word) => word.toLowerCase())))
  const short = new Set(acronyms.map((word) => word.toLowerCase()))
  const words = singulars.filter(
    (word) =>
      word.length > 1 &&
      !plainEnglish.has(word) &&
      !named.has(word) &&
      !short.has(word) &&
      !isWire(word.toUpperCase()),
  )
  return new Set(text.includes('A/V') ? ['a v', ...words] : words)
}

/** Words that only one of the two English texts has. */
const difference = (asked: Asked, other: string): {own: string[]; foreign: string[]} => {
  const [own, foreign] = [contentOf(asked.english), contentOf(readEnglish(other))]
  return {own: [...own.difference(foreign)], foreign: [...foreign.difference(own)]}
}

/** The same words in another order: "A calls B" is not "B calls A". */
const isTurned = (one: English, other: English): boolean => {
  const [own, foreign] = [one, other].map((english) => {
    const content = contentOf(english)
    return english.singulars.filter((word) => content.has(word))
  })
  return own?.length === foreign?.length && own?.join(' ') !== foreign?.join(' ')
}

interface Sides {
  /** Words on which the translation sides with the other English. */
  against: string[]
  /** Words on which it sides with its own. */
  forOwn: string[]
}

const judge = (asked: Asked, {own, foreign}: {own: string[]; foreign: string[]}): Sides => {
  const {
    target: {folded},
    context: {lexicon, learnt},
  } = asked
  const wordsOf = (word: string) => wordsFor(word, lexicon, learnt)
  const isSaid = (word: string) => folded.includes(word) || hasWord(folded, wordsOf(word))
  const gained = foreign.filter((word) => hasWord(folded, wordsOf(word)))
  const lost = own.filter((word) => !isSaid(word) && wordsOf(word).length > 0)
  return {against: gained.length === 0 ? [] : [...lost, ...gained], forOwn: own.filter(isSaid)}
}

/** How often the documents say this for the English of the cell. */
const usesOf = ({unit, target, context}: Asked): number =>
  context
    .memory(unit.source ?? '')
    .filter((known) => flat(known.target) === flat(target.text))
    .reduce((sum, {count}) => sum + count, 0)

/** Texts that say this for the English of the cell again and again, and hardly for the other one: that one is astray, if any. */
const isUsual = (asked: Asked, {count}: Known): boolean => {
  const uses = usesOf(asked)
  return uses > 2 && uses > 2 * count
}

/** `Hostname` and `Host Name` are one text. */
const joined = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, '')

/** Nobody else says this for the English of the cell, and each of the two English texts has a text of its own. */
const isStray = (asked: Asked, other: Known, right: Known | undefined): boolean => {
  const isTrusted = ({human, count}: Known) => human || count > 1
  return usesOf(asked) <= 1 && right !== undefined && isTrusted(right) && isTrusted(other)
}

/** What documents say where the English of the cell stands, human texts first. */
const rightText = ({unit, target, context}: Asked): Known | undefined =>
  context
    .memory(unit.source ?? '')
    .filter((known) => flat(known.target) !== flat(target.text))
    .toSorted((a, b) => Number(b.human) - Number(a.human) || b.count - a.count)[0]

export const otherCell = defineCheck({
  id: 'other-cell',
  severity: 'major',
  why: 'The row says what another row says: its own machine, direction or purpose is nowhere to be read.',
  wrongWhen: 'Two English texts mean the same, and differ by words that the language renders by one.',
  good: [{locale: 'fr-FR', source: 'Audio range', target: 'Plage audio', beside: ['Plage audio']}],
  bad: [
    {
      locale: 'fr-FR',
      source: 'Client of the gateway',
      target: 'Serveur du proxy',
      elsewhere: [['Server of the proxy', 'Serveur du proxy']],
      message: 'Unexpected “Serveur du proxy”',
      fix: null,
      also: ['endpoint'],
    },
    {
      locale: 'fr-FR',
      source: 'The proxy calls the gateway',
      target: 'La passerelle appelle le proxy',
      beside: ['Le proxy appelle la passerelle', 'Le proxy appelle la passerelle'],
      elsewhere: [
        ['The gateway calls the proxy', 'La passerelle appelle le proxy'],
        ['The gateway calls the proxy', 'La passerelle appelle le proxy'],
      ],
      message: 'Unexpected “La passerelle appelle le proxy”, expected “Le proxy appelle la passerelle”',
      fix: null,
      also: ['direction'],
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, context} = asked
    if (english.path || english.tokensOnly || target.text.trim() === '') return []
    const right = rightText(asked)
    for (const other of context.sourcesOf(target.text).slice(0, MOST)) {
      if (joined(other.source) === joined(english.text) || isUsual(asked, other)) continue
      const differing = difference(asked, other.source)
      const words = [...differing.own, ...differing.foreign]
      const turned = words.length === 0 && isTurned(english, readEnglish(other.source))
      if (words.length === 0 && !turned) continue
      const {against, forOwn} = judge(asked, differing)
      if (against.length < forOwn.length) continue
      if (against.length < ENOUGH && !isStray(asked, other, right)) continue
      return [
        {
          actual: target.text,
          expected: right?.target ?? '',
          severity: turned || words.some((word) => ends.has(word)) ? 'critical' : 'major',
          span: null,
          evidence: [
            {kind: 'sibling', locale: 'en', text: other.source, place: other.place},
            ...(right ? [asEvidence(right)] : []),
          ],
        },
      ]
    }
    return []
  },
  fix: () => null,
})
