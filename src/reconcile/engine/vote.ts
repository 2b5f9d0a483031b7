/**
 * Cells without any English: the locales of a cell vote on its tokens, numbers and slash groups, and a text that lacks
 * what most of the others have is wrong. Of words only those can be voted on that every language has for one meaning.
 */
import type {Evidence, Finding, Fix, Unit} from '../../model/schema.ts'
import {checks as allChecks} from '../checks/index.ts'
import {readEnglish} from '../reading/english-cell.ts'
import {readTarget} from '../reading/target-cell.ts'
import {askAbout, askWith, problemsOf} from './ask.ts'
import {readPointer} from './belief/note-pointers.ts'
import type {Asked, CheckProblem} from './check.ts'
import type {CheckUnit} from './check-unit.ts'
import {findingOf} from './check-units.ts'
import type {Context} from './context.ts'
import {wordProblems} from './word-votes.ts'

const checks = allChecks.filter(({scope}) => scope?.votes !== undefined)
const ENOUGH = 3

/** Findings in units without English, from the votes of the other locales of their cells. */
export const voteUnits = (
  units: readonly Unit[],
  asCheckUnit: (unit: Unit) => CheckUnit,
  context: Context,
): Finding[] => {
  const cells = Map.groupBy(
    units.filter(({target}) => target !== ''),
    ({cell}) => cell,
  )
  return [...cells.values()].flatMap((rivals) => {
    const failed = ({place}: Pick<Unit, 'place'>, error: unknown): [] => {
      context.faults.add(error, place, 'the languages of the cell could not be compared')
      return []
    }
    const [first] = rivals
    if (first === undefined) return []
    try {
      const voted = vote(rivals, context)
      return rivals.flatMap((unit) => {
        try {
          return outvoted(unit, voted, rivals, asCheckUnit, context)
        } catch (error) {
          return failed(unit, error)
        }
      })
    } catch (error) {
      return failed(first, error)
    }
  })
}

const outvoted = (
  unit: Unit,
  source: string,
  rivals: readonly Unit[],
  asCheckUnit: (unit: Unit) => CheckUnit,
  context: Context,
): Finding[] => {
  const asked = askWith(asCheckUnit(unit), source, context)
  const problems = problemsOf(asked, checks).filter(({check, problem}) =>
    check.scope?.votes?.(problem, asked),
  )
  const words = wordProblems(unit, rivals, context)
  const fix = words.length > 0 ? null : fixOf(asked, problems)
  return [...problems, ...words].map((problem, index) =>
    findingOf(asCheckUnit(unit), problem, index + 1, evidenceOf(unit, rivals), fix),
  )
}

/** The first repair that leaves the text without an problem. */
const fixOf = (asked: Asked, problems: readonly CheckProblem[]): Fix | null => {
  const text = problems
    .map(({check, problem}) => check.fix(asked, problem))
    .find((repaired) => repaired !== null && problemsOf(askAbout(asked, repaired), checks).length === 0)
  return text ? {text, origin: 'repair', from: null} : null
}

const evidenceOf = (unit: Unit, rivals: readonly Unit[]): Evidence[] =>
  rivals
    .filter(({locale}) => locale !== unit.locale)
    .map(({locale, target, place}) => ({kind: 'locale', locale, text: target, place}))

/** What most locales say, written as an English cell of tokens would be; empty when they agree on nothing. */
const vote = (rivals: readonly Unit[], context: Context): string => {
  const byLocale = new Map(rivals.map((unit) => [unit.locale, unit]))
  if (byLocale.size < ENOUGH) return ''
  const ballots = [...byLocale.values()].map(({target, locale}) => piecesOf(target, context.of(locale).data))
  const all = [...new Set(ballots.flatMap((ballot) => [...ballot]))]
  const won = all.filter((piece) => ballots.filter((ballot) => ballot.has(piece)).length * 2 > ballots.length)
  return won.join('; ')
}

/** Slash groups, tokens, ranges and numbers of a text; neither a piece inside another one nor the number of a note has a vote. */
const piecesOf = (text: string, data: Parameters<typeof readTarget>[1]): Set<string> => {
  const {body} = readPointer(text)
  const {slashGroups, wire} = readEnglish(body)
  const {numbers, ranges, wide} = readTarget(body, data)
  const groups = slashGroups.map((group) => group.text)
  const inGroup = (piece: string) => groups.some((group) => group.split('/').includes(piece))
  const inRange = (value: number) => ranges.some(({low, high}) => value === low || value === high)
  return new Set([
    ...groups,
    ...wire.filter((token) => !inGroup(token)),
    ...ranges.map(({low, high}) => `${low}-${high}`),
    ...numbers
      .filter(({value, start, end}) => !inRange(value) && !inGroup(wide.slice(start, end)))
      .map(({value}) => String(value)),
  ])
}
