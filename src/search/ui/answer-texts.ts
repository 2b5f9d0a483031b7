/** What is said about an answer: how many rules, what was asked, why there is nothing. */
import {formatList} from '../../text/format-list.ts'
import type {PortPageLink} from '../find/find-ports.ts'
import type {Answer} from '../find/search-engine.ts'
import type {PortTerm, Query} from '../query/query-types.ts'
import type {Say, Session} from './session.ts'

const rangeText = ({range: [low, high], transport}: PortTerm): string =>
  `${low === high ? low : `${low}–${high}`}${transport === null ? '' : `/${transport.toUpperCase()}`}`

const isWay = (fact: string): boolean => ['inbound', 'outbound', 'within', 'both'].includes(fact)

/** `Port 3478: 58 rules`. */
export const pageText = ({range, rules}: PortPageLink, {say}: Pick<Session, 'say'>): string =>
  say('find.page', {ports: rangeText({range, transport: null}), rules: say('rules', {count: rules})})

/** The query as it was understood. */
export const askedText = (
  {ports, transports, protocols, words, facts}: Query,
  {locale, say}: Pick<Session, 'locale' | 'say'>,
): string => {
  const alternatives = formatList(ports.map(rangeText), locale, 'disjunction')
  return formatList(
    [
      ...(ports.length === 0 ? [] : [say('find.port', {ports: alternatives})]),
      ...transports.map((name) => name.toUpperCase()),
      ...protocols,
      ...facts.map((fact) => say(`${isWay(fact) ? 'direction' : 'requirement'}.${fact}`)),
      ...words.map(({text}) => say('find.word', {text})),
    ],
    locale,
  )
}

/** Sentences for an answer, the most important first; empty for an empty query. */
export const answerTexts = (
  answer: Answer,
  session: Pick<Session, 'locale' | 'say'>,
  languages: readonly string[],
): string[] => {
  const {query, total, insideWords} = answer
  const {say} = session
  if (query.problems.length > 0)
    return query.problems.map(({kind, text}) => say(`find.problem.${kind}`, {text}))
  const asked = askedText(query, session)
  if (asked === '') return []
  const notes = query.notes.map(({kind, text, other}) => say(`find.${kind}`, {text, other: other ?? ''}))
  if (total > 0) return [say('rules', {count: total}), ...(insideWords ? [say('find.inside')] : []), ...notes]
  return [
    noneText(query, say),
    say('find.searched', {asked, languages: languageNames(languages, session)}),
    ...notes,
  ]
}

const noneText = ({ports, transports, protocols, words}: Query, say: Say): string => {
  if (transports.length + protocols.length + words.length > 0) return say('find.none')
  return say(ports.length === 1 ? 'find.nonePort' : 'find.nonePorts', {
    ports: ports.map(rangeText).join(', '),
  })
}

const languageNames = (languages: readonly string[], {locale}: Pick<Session, 'locale'>): string => {
  const names = new Intl.DisplayNames(locale, {type: 'language'})
  return formatList(
    languages.map((language) => names.of(language) ?? language),
    locale,
  )
}

/** How a port of the query matches a rule; null for an exact match. */
export const matchText = (
  port: Answer['hits'][number]['port'],
  {say}: Pick<Session, 'say'>,
): string | null => {
  if (port === null) return null
  if (port.sourcePort) return say('find.match.source')
  return port.kind === 'exact' ? null : say(`find.match.${port.kind}`)
}
