/** Files, commands, parameters and addresses are copied letter by letter. */
import {lookUp} from '../../text/look-up.ts'
import {type Asked, defineCheck, isLoss, type Problem, replaceSpan} from '../engine/check.ts'
import {linkTargets} from '../reading/addresses.ts'
import {englishSingular} from '../reading/english-cell.ts'
import {countIdentifier, plainIdentifiers} from '../reading/identifiers.ts'
import {hasWord} from '../reading/words.ts'

/** An identifier spelt in other capitals, torn by spaces, or without its ending. */
const damagedPlace = (text: string, identifier: string): [number, number] | null => {
  const signs = [...identifier].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join(' ?')
  const torn = new RegExp(`(?:[A-Z][a-z]+-)?${signs}`, 'i').exec(text)
  if (torn) return [torn.index, torn.index + torn[0].length]
  const dot = identifier.lastIndexOf('.')
  const stem = dot > 0 ? identifier.slice(0, dot) : ''
  const at = stem === '' ? -1 : text.indexOf(`(${stem})`)
  return at === -1 ? null : [at + 1, at + 1 + stem.length]
}

const identifierProblems = ({english, target}: Asked): Problem[] => {
  const text = plainIdentifiers(target.wide)
  const counts = new Map<string, number>()
  for (const {text: raw} of english.identifiers) {
    const identifier = plainIdentifiers(raw)
    counts.set(identifier, (counts.get(identifier) ?? 0) + 1)
  }
  return [...counts].flatMap(([identifier, wanted]): Problem[] => {
    const found = countIdentifier(text, identifier)
    if (found > wanted && identifier.includes('.')) return [{actual: identifier, expected: '', span: null}]
    if (found > 0) return []
    const span = text.length === target.text.length ? damagedPlace(text, identifier) : null
    return [{actual: span ? target.text.slice(...span) : '', expected: identifier, span}]
  })
}

const linkProblems = ({english, target}: Asked): Problem[] => {
  const found = linkTargets(target.wide)
  return linkTargets(english.text)
    .filter((link) => !found.includes(link))
    .map((link) => ({actual: '', expected: link, span: null}))
}

const PLACEHOLDER_RE = /<[^<>\s](?:[^<>]*[^<>\s])?>/g

/** A placeholder in angle brackets may be translated, but neither lost nor torn open. */
const placeholderProblems = ({english, target}: Asked): Problem[] => {
  const wanted = english.text.match(PLACEHOLDER_RE) ?? []
  const found = target.wide.match(PLACEHOLDER_RE) ?? []
  return wanted.slice(found.length).map((name) => ({actual: '', expected: name, span: null}))
}

/** Places that a program fills, and tags of templates: `{0}`, `${HOST}`, `{% data … %}`, `{{name}}`. */
const FILLED_RE = /\{%[^%]{0,200}%\}|\{\{[^{}]{0,200}\}\}|\$?\{[A-Za-z0-9_.:-]{1,60}\}/g

/** Each must stand as often as in the English, letter by letter. */
const filledProblems = ({english, target}: Asked): Problem[] => {
  const found = [...target.wide.matchAll(FILLED_RE)]
  const left = found.map(([text]) => text)
  const lost = (english.text.match(FILLED_RE) ?? []).filter((place) => {
    const at = left.indexOf(place)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
  return lost.map((expected, index): Problem => {
    const actual = left[index] ?? ''
    const at = actual === '' ? -1 : target.text.indexOf(actual)
    return {actual, expected, span: at === -1 ? null : [at, at + actual.length]}
  })
}

/** `Port {0}` became `Port {1}`: the place behind a noun that both languages write before its value. */
const exchangedPlaces = ({english, target, context: {lexicon}}: Asked): Problem[] => {
  const places = [...english.text.matchAll(/(\p{L}+) (\{[A-Za-z0-9_]{1,60}\})/gu)]
  return places.flatMap(([, noun = '', place = '']): Problem[] => {
    const words = lookUp(lexicon.nouns, englishSingular(noun.toLowerCase())) ?? []
    const behind = [...target.wide.matchAll(/(\p{L}+) ?(\{[A-Za-z0-9_]{1,60}\})/gu)].find(
      ([, word = '', other]) => other !== place && hasWord(word.toLowerCase(), words),
    )
    const actual = behind?.[2]
    return actual !== undefined && english.text.includes(actual)
      ? [{actual, expected: place, severity: 'critical', span: null}]
      : []
  })
}

const isAddress = (text: string): boolean => /^(?:https?:|\.{0,2}\/)/i.test(text)

export const fileOrCommand = defineCheck({
  id: 'file-or-command',
  severity: 'major',
  scope: {
    // Where a link or a picture of a page leads may well differ by language.
    prose: (problem, {english}) =>
      isLoss(problem) &&
      !isAddress(problem.expected) &&
      !linkTargets(english.text).some((link) => link.includes(problem.expected)),
  },
  why: 'A name that a machine reads works only as it is spelt: a reader types it, and nothing is found.',
  wrongWhen: 'The name is a sample that the translation rightly replaces by a local one.',
  good: [
    {locale: 'ja-JP', source: 'Agent (ClsAgent.exe)', target: 'エージェント (ClsAgent.exe)'},
    {locale: 'fr-FR', source: 'MinMediaPort setting', target: 'Paramètre MinMediaPort'},
  ],
  bad: [
    {
      locale: 'it-IT',
      source: 'Node {name} is up.',
      target: 'Il nodo {nome} è attivo.',
      message: 'Unexpected “{nome}”, expected “{name}”',
      fix: 'Il nodo {name} è attivo.',
    },
    {
      locale: 'fr-FR',
      source: 'Server {0} runs {1}.',
      target: 'Le serveur {1} exécute {0}.',
      message: 'Unexpected “{1}”, expected “{0}”',
      fix: null,
    },
    {
      locale: 'zh-TW',
      source: 'Command line (ClsController.exe)',
      target: '命令列（ClsController）',
      message: 'Unexpected “ClsController”, expected “ClsController.exe”',
      fix: '命令列（ClsController.exe）',
    },
    {
      locale: 'zh-TW',
      source: 'Agent (ClsAgent.exe)',
      target: '代理程式 (ClsAgent .exe)',
      message: 'Unexpected “ClsAgent .exe”, expected “ClsAgent.exe”',
      fix: '代理程式 (ClsAgent.exe)',
    },
    {
      locale: 'ja-JP',
      source: 'CsConferencingConfiguration',
      target: 'Get-csconferencingconfiguration',
      message: 'Unexpected “Get-csconferencingconfiguration”, expected “CsConferencingConfiguration”',
      fix: 'CsConferencingConfiguration',
    },
  ],
  check: (asked) => [
    ...identifierProblems(asked),
    ...linkProblems(asked),
    ...placeholderProblems(asked),
    ...filledProblems(asked),
    ...exchangedPlaces(asked).slice(0, 1),
  ],
  fix: ({target}, {span, expected}) =>
    span && expected !== '' ? replaceSpan(target.text, span, expected) : null,
})
