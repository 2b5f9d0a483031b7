/** The shape of a check: one question asked of a cell, with its reason, its known false alarms and its examples. */
import type {Concept} from '../../languages/lexicon-schema.ts'
import type {Evidence, Severity} from '../../model/schema.ts'
import type {English} from '../reading/english-cell.ts'
import type {Target} from '../reading/target-cell.ts'
import type {CheckUnit} from './check-unit.ts'
import type {LocaleContext} from './context.ts'

/** A cell with its English, both read. */
export interface Asked {
  unit: CheckUnit
  english: English
  target: Target
  /** What is known beside the cell: words, terms, memory. */
  context: LocaleContext
}

/** What a check found, before it becomes a finding with place and id. */
export interface Problem {
  /** The piece of the translation that is wrong; empty when something is missing. */
  actual: string
  /** What should stand there; empty when nothing should. */
  expected: string
  /** A milder or stronger severity than the check's own, for cases that the check can tell apart. */
  severity?: Severity
  /** Evidence beside the English itself. */
  evidence?: Evidence[]
  /** Where `actual` stands in the translation, for the repair: `[start, end)`; null when it is missing. */
  span?: [number, number] | null
  /** Nothing but a list of words speaks against what a person wrote: it is shown to a reviewer, and changed by nobody else. */
  isUnproven?: boolean
}

interface Example {
  locale: string
  source: string
  target: string
  header?: boolean
  /** Texts of other documents for the same English, in the same locale. */
  beside?: string[]
  /** Other English texts of documents with their translations. */
  elsewhere?: [source: string, target: string][]
  /** Human texts of documents, with their English. */
  humans?: [source: string, target: string][]
  /** What a reviewer decided for the English. */
  decided?: string
}

export interface BadExample extends Example {
  /** The message of this check's first finding. */
  message: string
  /** The whole cell after this check's own repair; null when it has none. */
  fix: string | null
  /** Other checks that rightly report the same cell. */
  also?: string[]
}

/** Where else a check is asked than of cells with their English, and what is believed of it there. */
export interface Scope {
  /**
   * Sentences of prose, and which reports are believed there: prose chooses its words more freely than a table, so a
   * missing word proves little, and not every number is a port.
   */
  prose?: (problem: Problem, asked: Asked) => boolean
  /** Cells without English, held to what most locales of the cell say, and which reports are believed there. */
  votes?: (problem: Problem, asked: Asked) => boolean
  /** Meanings that every language has words for: where all other locales of a cell without English say one, it may not be lost. */
  meanings?: readonly Concept[]
  /** Pairs of such meanings that exclude each other, the first of which may not become the second. */
  opposites?: readonly (readonly [Concept, Concept])[]
}

/** Believes every report. */
export const always = (): boolean => true

/** Believes what is lost, not what came in. */
export const isLoss = ({expected}: Problem): boolean => expected !== ''

export interface CheckDefinition {
  /** Kebab-case; equals the file's name. */
  id: string
  severity: Severity
  /** Absent: asked of cells only. */
  scope?: Scope
  /** What it misses is whole sentences: with them goes whatever other checks miss of the cell, which is not said again. */
  coversLosses?: boolean
  /** A text that it finds something critical in says another thing than the English: it is no correction, whatever else it mends. */
  barsFix?: boolean
  /** What a reader would do wrong because of the error. */
  why: string
  /** Known false alarms. */
  wrongWhen: string
  good: Example[]
  bad: BadExample[]
  check(asked: Asked): Problem[]
  /** The whole translation with the reported piece repaired, or null when there is no safe repair. */
  fix(asked: Asked, problem: Problem): string | null
}

export interface Check extends CheckDefinition {
  /** Path of the check's page on the site and anchor of its documentation. */
  url: string
}

/** A problem with the check that made it. */
export interface CheckProblem {
  check: Check
  problem: Problem
}

/** Wraps a check so that its id, severity and url are right everywhere it is named. */
export const defineCheck = (definition: CheckDefinition): Check => {
  if (!/^[a-z]+(-[a-z]+)*$/.test(definition.id))
    throw new Error(`a check's id is kebab-case: ${definition.id}`)
  return {...definition, url: `/checks/${definition.id}/`}
}

/** The message of a finding: what stands there, what should. */
export const messageOf = ({actual, expected}: Pick<Problem, 'actual' | 'expected'>): string => {
  if (actual === '') return `Missing “${expected}”`
  return expected === '' ? `Unexpected “${actual}”` : `Unexpected “${actual}”, expected “${expected}”`
}

/** `text` with `[start, end)` replaced. */
export const replaceSpan = (text: string, [start, end]: [number, number], by: string): string =>
  text.slice(0, start) + by + text.slice(end)
