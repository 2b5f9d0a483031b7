/** A translation that lacks what all human texts of its language say for the same English words. */
import {halfNames} from '../divergence/half-names.ts'
import {isHumanText} from '../divergence/human-texts.ts'
import {lostEnds} from '../divergence/lost-ends.ts'
import {lostWords} from '../divergence/lost-words.ts'
import {mergedSentences} from '../divergence/merged-sentences.ts'
import {turnedLinks} from '../divergence/turned-links.ts'
import {type Difference, differences} from '../divergence/witness.ts'
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {asEvidence} from '../engine/reference.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {endpointNouns} from './nouns.ts'

/** More words than this are lost together: the text says something else, and nobody reads a list of them. */
const MOST = 3

/** A machine, or the word that tells it from its like: `Edge` of `Edge Server`. */
const isEnd = ({english}: Asked, word: string): boolean => {
  const singular = englishSingular(word.toLowerCase())
  if (endpointNouns.includes(singular)) return true
  const at = english.singulars.indexOf(singular)
  const after = english.singulars.slice(at + 1, at + 3)
  return /^\p{Lu}/u.test(word) && after.some((noun) => noun === 'server' || endpointNouns.includes(noun))
}

const directions = new Set([
  'inbound',
  'outbound',
  'incoming',
  'outgoing',
  'internal',
  'external',
  'source',
  'destination',
])
const SHORT = 2

/** A cell that says a direction or a side, and hardly more. */
const isDirection = ({english: {words}}: Asked): boolean =>
  words.length <= SHORT && words.some(({text}) => directions.has(text.toLowerCase()))

export const divergence = defineCheck({
  id: 'divergence',
  severity: 'major',
  why: 'The text names another machine, another service or another part of it than all other editions do.',
  wrongWhen:
    'The word can be left out in this sentence, or said by a synonym that no human text of the workspace uses.',
  good: [
    {
      locale: 'fr-FR',
      source: 'Address of the mail relay',
      target: 'L’adresse du relais de messagerie',
      humans: [['Address of the mail relay', 'Adresse du relais de messagerie']],
    },
    {
      locale: 'ja-JP',
      source: 'Backup server',
      target: 'バックアップサーバー',
      humans: [['Backup server', 'バックアップ サーバー']],
    },
  ],
  bad: [
    {
      locale: 'pt-BR',
      source: 'Mail relay of the branch',
      target: 'Revezamento da filial',
      humans: [
        ['Mail relay', 'Retransmissor de email'],
        ['Address of the mail relay', 'Endereço do retransmissor de email'],
        ['Used by the mail relay', 'Usado pelo retransmissor de email'],
        ['Port of the mail relay', 'Porta do retransmissor de email'],
        ['Mail relay of the branch', 'Retransmissor de email da filial'],
      ],
      message: 'Missing “email”',
      fix: null,
    },
    {
      locale: 'de-DE',
      source: 'Print spooler',
      target: 'Druckspule',
      humans: [['Print spooler', 'Druckwarteschlange']],
      message: 'Unexpected “druckspule”, expected “druckwarteschlange”',
      fix: null,
    },
    {
      locale: 'es-ES',
      source: 'The sensor polls the collector.',
      target: 'El recopilador sondea el sensor.',
      humans: [['The sensor polls the collector.', 'El sensor sondea el recopilador.']],
      message: 'Unexpected “recopilador … sensor”, expected “sensor … recopilador”',
      fix: null,
    },
  ],
  check: (asked): Problem[] => {
    const {english, target} = asked
    const names = halfNames(asked).map(
      ({name, witness}): Problem => ({
        actual: '',
        expected: name,
        span: null,
        evidence: [asEvidence(witness)],
      }),
    )
    if (names.length > 0) return names
    // What was left in English is found by its own check.
    if (english.lower === target.folded || english.tokensOnly || isHumanText(asked)) return []
    const lost = lostWords(asked).map(
      ({english: word, expected, witness}): Problem => ({
        actual: '',
        expected,
        span: null,
        evidence: witness === null ? [] : [asEvidence(witness)],
        ...(isEnd(asked, word) ? {severity: 'critical' as const} : {}),
      }),
    )
    const ends = lostEnds(asked).map(({expected}): Problem => ({actual: '', expected, span: null}))
    const merged = mergedSentences(asked)
    const turned = turnedLinks(asked).map(
      ({english: words, witness}): Problem => ({
        actual: target.text,
        expected: words,
        span: null,
        evidence: [asEvidence(witness)],
      }),
    )
    const problems = [
      ...lost,
      ...ends,
      ...turned,
      ...(merged === null
        ? []
        : [
            {
              actual: merged.actual,
              expected: merged.expected,
              span: null,
              evidence: [asEvidence(merged.witness)],
            },
          ]),
    ]
    return (
      problems.length > 0 ? problems : differences(asked).map((difference) => asProblem(difference, asked))
    ).slice(0, MOST)
  },
  fix: () => null,
})

const asProblem = ({kind, actual, expected, witness}: Difference, asked: Asked): Problem => ({
  actual,
  expected,
  span: null,
  evidence: [asEvidence(witness)],
  ...(kind === 'exchanged' || (kind === 'replaced' && isDirection(asked))
    ? {severity: 'critical' as const}
    : {}),
})
