/** A header or short cell whose translation means something else: no dictionary and no other document renders it so. */
import {lookUp} from '../../text/look-up.ts'
import {isInLexicon} from '../divergence/lost-words.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {asEvidence} from '../engine/reference.ts'
import {isCopied} from '../reading/copied.ts'
import {isAcronym} from '../reading/latin.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {hasWord, plainWord, wholeWord} from '../reading/words.ts'
import {endpointNouns, nounWords} from './nouns.ts'
import {repairTerm, termProblems} from './terms.ts'

const SHORT = 4
/** Nouns that have a check of their own. */
const elsewhere = new Set([...endpointNouns, 'from', 'to', 'source', 'destination', 'required', 'optional'])

const answers = new Set(['yes', 'no'])

/** The header is one that the language has for what the column means. */
const isHeaderOfKind = ({unit: {header, kind}, target, context: {data}}: Asked): boolean =>
  header &&
  kind !== undefined &&
  hasWord(target.folded, [...(lookUp(data.headers, kind) ?? []), ...(lookUp(data.rules.headers, kind) ?? [])])

const EXPLAINED_RE = /^([A-Z]).* \(([A-Za-z0-9]+)\)$/

/** `SMB` for "Server Message Block (SMB)": the abbreviation says all that the words before it do. */
const isAbbreviated = ({english, target}: Asked): boolean => {
  const [, initial = '', token = ''] = EXPLAINED_RE.exec(english.text.trim()) ?? []
  return isAcronym(token) && token.startsWith(initial) && target.words.some(({text}) => text === token)
}

const unknownNouns = (asked: Asked): Problem[] => {
  const {english, target} = asked
  if (english.words.length > SHORT || english.words.length === 0 || isCopied(asked)) return []
  if (isHeaderOfKind(asked) || isAbbreviated(asked)) return []
  const inName = new Set(english.names.flatMap(({words}) => words.map((word) => word.toLowerCase())))
  return (
    english.singulars
      .filter((noun) => !elsewhere.has(noun) && !inName.has(noun))
      // An answer stands alone: “no more than” denies nothing.
      .filter((noun) => english.singulars.length === 1 || !answers.has(noun))
      .flatMap((noun): Problem[] => {
        const words = nounWords(asked, noun)
        if (words.length === 0 || hasWord(target.folded, words)) return []
        if (target.words.some(({text}) => text.toLowerCase().startsWith(noun))) return []
        const alone = english.words.length === 1
        return [
          {
            actual: target.text,
            expected: plainWord(words[0]),
            span: alone && wholeWord(words[0]) !== '' ? [0, target.text.length] : null,
          },
        ]
      })
      .slice(0, 1)
  )
}

/** Every word of the cell has an acceptable rendering: another choice than that of other documents is no error. */
const isRendered = (asked: Asked): boolean =>
  asked.english.singulars.every((noun) => isInLexicon(asked, noun))

/** Other documents agree on texts that share nothing with this one. */
const alone = (asked: Asked): Problem[] => {
  const {english, target, unit, context} = asked
  if (english.words.length > 2 || english.wire.length > 0 || isCopied(asked)) return []
  const others = context
    .memory(unit.source ?? '')
    .filter((other) => other.target !== target.text || other.count > 1)
  const [human] = others.filter((other) => other.human && other.target !== target.text)
  if (human === undefined || others.some((other) => shares(other.target, target.text))) return []
  return [
    {
      actual: target.text,
      expected: human.target,
      span: [0, target.text.length],
      evidence: [asEvidence(human)],
    },
  ]
}

const shares = (a: string, b: string): boolean => {
  const characters = new Set(foldWords(a).replace(/[\s\p{P}]/gu, ''))
  return [...foldWords(b)].some((character) => characters.has(character))
}

export const unsupportedRendering = defineCheck({
  id: 'unsupported-rendering',
  severity: 'major',
  why: 'A header that means something else makes a whole column unreadable; a service with another name is not found.',
  wrongWhen: 'The translation uses a good word that neither the lexicon nor any other document knows.',
  good: [
    {locale: 'zh-TW', source: 'Video', target: '視訊'},
    {locale: 'fr-FR', source: 'Totals', target: 'Totaux'},
    {locale: 'it-IT', source: 'Hypertext Transfer Protocol (HTTP)', target: 'HTTP'},
    {locale: 'pt-BR', source: 'Server Message Block (SMB)', target: 'Protocolo SMB'},
  ],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Video',
      target: '顯示器',
      message: 'Unexpected “顯示器”, expected “視訊”',
      fix: '視訊',
    },
    {
      locale: 'fr-FR',
      source: 'Conferencing media',
      target: 'Support de conférence',
      message: 'Unexpected “Support”, expected “média”',
      fix: 'Média de conférence',
    },
  ],
  check: (asked): Problem[] => {
    if (asked.target.text.trim() === '') return []
    const forbidden = termProblems(asked, 'major')
    if (forbidden.length > 0) return forbidden
    const nouns = unknownNouns(asked)
    return nouns.length > 0 || isRendered(asked) ? nouns : alone(asked)
  },
  fix: (asked, problem) => repairTerm(asked, problem),
})
