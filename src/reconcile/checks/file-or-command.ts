/** Files, commands, parameters and addresses are copied letter by letter. */

import {type Asked, defineCheck, isLoss, type Problem, replaceSpan} from '../engine/check.ts'
import {linkTargets} from '../reading/addresses.ts'
import {countIdentifier, plainIdentifiers} from '../reading/identifiers.ts'
import {withoutPlaceholders} from '../reading/numbers/placeholders.ts'

/** An identifier spelt in other capitals, torn by spaces, with spaces for its underscores, or without its ending. */
const damagedPlace = (text: string, identifier: string): [number, number] | null => {
  const characters = [...identifier]
    .map((character) => character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join(' ?')
    .replaceAll(' ?_ ?', '[ _]')
  const torn = new RegExp(`(?:[A-Z][a-z]+-)?${characters}`, 'i').exec(text)
  if (torn) return [torn.index, torn.index + torn[0].length]
  const dot = identifier.lastIndexOf('.')
  const stem = dot > 0 ? identifier.slice(0, dot) : ''
  const at = stem === '' ? -1 : text.indexOf(`(${stem})`)
  return at === -1 ? null : [at + 1, at + 1 + stem.length]
}

/** `StorageNode` for several `StorageNodes`: languages without a plural keep the name of one. */
const countSingular = (text: string, identifier: string): number =>
  /^[A-Za-z]+[a-z]s$/.test(identifier) ? countIdentifier(text, identifier.slice(0, -1)) : 0

const identifierProblems = ({english, target}: Asked): Problem[] => {
  const text = plainIdentifiers(target.wide)
  const counts = new Map<string, number>()
  for (const {text: raw} of english.identifiers) {
    const identifier = plainIdentifiers(raw)
    counts.set(identifier, (counts.get(identifier) ?? 0) + 1)
  }
  return [...counts].flatMap(([identifier, wanted]): Problem[] => {
    const found = countIdentifier(text, identifier) + countSingular(text, identifier)
    if (found > wanted && identifier.includes('.')) return [{actual: identifier, expected: '', span: null}]
    if (found > 0) return []
    const span = text.length === target.text.length ? damagedPlace(text, identifier) : null
    // It stands whole inside a longer name, such as a path.
    if (span !== null && text.slice(...span) === identifier) return []
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
  const [wanted, found] = [english.text, target.wide].map(
    (text) => withoutPlaceholders(text).match(PLACEHOLDER_RE) ?? [],
  )
  if (wanted === undefined || found === undefined) return []
  return wanted.slice(found.length).map((name) => ({actual: '', expected: name, span: null}))
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
      locale: 'zh-TW',
      source: 'Command line (ClsController.exe)',
      target: '命令列（ClsController）',
      message: 'Unexpected “ClsController”, expected “ClsController.exe”',
      fix: '命令列（ClsController.exe）',
    },
    {
      locale: 'zh-CN',
      source: 'Sets the relay_port of the lift',
      target: '设置电梯的 relay port，即 relay port',
      message: 'Unexpected “relay port”, expected “relay_port”',
      fix: '设置电梯的 relay_port，即 relay_port',
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
  check: (asked) => [...identifierProblems(asked), ...linkProblems(asked), ...placeholderProblems(asked)],
  fix: ({target}, {span, expected, actual}) => {
    if (!span || expected === '') return null
    // Torn once, it is torn wherever it stands.
    return actual.includes(' ')
      ? target.text.replaceAll(actual, expected)
      : replaceSpan(target.text, span, expected)
  },
})
