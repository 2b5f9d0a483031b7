/** Asks the checks of titles as of cells: all titles of a topic in one locale are evidence for each other. */
import {isTranslation} from '../../model/edition-language.ts'
import type {Finding, KnowledgeBase, Title} from '../../model/schema.ts'
import {isStated, statedSource} from '../../model/stated.ts'
import {publishUnits} from '../publish/publish.ts'
import type {Asked, CheckProblem} from './check.ts'
import type {CheckUnit} from './check-unit.ts'
import {checkUnits} from './check-units.ts'
import type {Context} from './context.ts'
import type {Reference} from './reference.ts'
import {clock} from './time-budget.ts'

type Titled = Pick<KnowledgeBase, 'titles' | 'editions'>

/** Titles of all editions as evidence: those whose English is stated. */
export const titleReferences = ({titles, editions}: Titled): Reference[] => {
  const human = humanEditions({editions})
  return titles.flatMap((title): Reference[] => {
    const source = statedSource(title)
    if (source === null || !isTranslation(title.locale)) return []
    const {id, locale, edition, target, place} = title
    return [
      {locale, source, target, human: human.has(edition), edition, unit: id, cell: cellOf(title), place},
    ]
  })
}

/**
 * Titles as published, and what was found in them.
 *
 * @param told findings in prose: a title that is a heading is a passage, too, and what is told of that isn't told again
 */
export const checkTitles = (
  {titles, editions}: Titled,
  context: Context,
  told: readonly Finding[],
): {titles: Title[]; findings: Finding[]} => {
  const human = humanEditions({editions})
  const machine = new Set(
    editions.filter(({translationType}) => translationType === 'machine').map(({id}) => id),
  )
  const units = titles
    .filter(({locale, sourceOrigin}) => isTranslation(locale) && isStated(sourceOrigin))
    .map(
      (title): CheckUnit => ({
        id: title.id,
        locale: title.locale,
        source: statedSource(title),
        target: title.target,
        header: false,
        place: title.place,
        cell: cellOf(title),
        edition: title.edition,
        human: human.has(title.edition),
        personal: !machine.has(title.edition),
      }),
    )
  const found = checkUnits(units, context, clock, isBelieved)
  const toldOf = new Map(told.map((finding) => [keyOf(finding), finding.id]))
  const same = new Map(found.map((finding) => [finding.id, toldOf.get(keyOf(finding))]))
  return {
    titles: publishUnits({units: titles, editions}, found).map((title) =>
      title.findings.length === 0
        ? title
        : {...title, findings: title.findings.map((id) => same.get(id) ?? id)},
    ),
    findings: found.filter(({id}) => same.get(id) === undefined),
  }
}

const keyOf = ({check, message, place: {path, line, column}}: Finding): string =>
  [check, message, path, line, column].join('\n')

/** A title is worded as freely as prose: of what it lacks, numbers are believed, what prose is believed to lack, and that it is cut. */
const isBelieved = ({check, problem}: CheckProblem, asked: Asked): boolean =>
  problem.actual !== '' ||
  DIGIT_RE.test(problem.expected) ||
  check.coversLosses === true ||
  check.scope?.prose?.(problem, asked) === true

const DIGIT_RE = /\d/

const cellOf = ({topic}: Title): string => `${topic}#title`

const humanEditions = ({editions}: Pick<Titled, 'editions'>): ReadonlySet<string> =>
  new Set(editions.filter(({translationType}) => translationType === 'human').map(({id}) => id))
