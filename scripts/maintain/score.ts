/** Measures the checks on cells that reviewers labelled. */
import {z} from 'zod'
import type {Finding} from '../../src/model/schema.ts'
import {checkUnits} from '../../src/reconcile/engine/check-units.ts'
import type {Context} from '../../src/reconcile/engine/context.ts'
import {isUnreadable} from '../../src/reconcile/publish/publish.ts'

export const goldCellSchema = z.object({
  id: z.string(),
  locale: z.string(),
  source: z.string(),
  target: z.string(),
  header: z.boolean(),
  severity: z.enum(['ok', 'minor', 'major', 'critical']),
  categories: z.array(z.string()),
  span: z.string(),
  accept: z.array(z.string()),
})

export type GoldCell = z.infer<typeof goldCellSchema>

export interface Scored {
  cell: GoldCell
  findings: Finding[]
  /** Human texts that documents have for the same English. */
  humans: readonly string[]
}

interface Share {
  found: number
  all: number
}

/** Counts of one locale; a share is `found / all`, and says nothing when there is nothing to count. */
export interface Score {
  locale: string
  cells: number
  /** Critical cells with a critical or major finding, and how many of them have a critical one. */
  critical: Share & {asCritical: number}
  /** Critical and major cells with a critical or major finding. */
  grave: Share
  /** Of the cells with any finding, those that the reviewers did not call right. */
  flagged: Share
  /** The same of cells with a critical or major finding. */
  severe: Share
  /** Of the corrections of cells that have an accepted text, those that are one. */
  fixes: Share
  /** Corrections whose text the reviewers judged graver than what it replaces, in another cell with the same English. */
  worse: number
  /** Right cells that would be changed, of all right cells. */
  changed: Share
  /** Critical and major cells that would be published with an accepted text, of those that have one. */
  published: {critical: Share; major: Share}
  /** The same of those that documents have a human text for. */
  mendable: {critical: Share; major: Share}
  /** The same of those that documents have a human text for that the reviewers accept: people err, too. */
  provable: {critical: Share; major: Share}
  /** Texts that the reviewers call critical or major and that would be published, of all cells. */
  shown: Share
}

/** Asks all checks of the labelled cells. */
export const scoreCells = (cells: readonly GoldCell[], context: Context): Scored[] => {
  const units = cells.map(({id, locale, source, target, header}) => ({id, locale, source, target, header}))
  const findings = Map.groupBy(checkUnits(units, context), ({unit}) => unit)
  return cells.map((cell) => ({
    cell,
    findings: findings.get(cell.id) ?? [],
    humans: context
      .of(cell.locale)
      .memory(cell.source)
      .flatMap(({human, target}) => (human ? [target] : [])),
  }))
}

/** One line a locale, and one for all. */
export const summarize = (scored: readonly Scored[]): Score[] => {
  const ranks = ranksOf(scored.map(({cell}) => cell))
  const locales = [...new Set(scored.map(({cell}) => cell.locale))].toSorted()
  return [
    ...locales.map((locale) =>
      count(
        locale,
        scored.filter(({cell}) => cell.locale === locale),
        ranks,
      ),
    ),
    ...(locales.length > 1 ? [count('all', scored, ranks)] : []),
  ]
}

const RANK = {ok: 0, minor: 1, major: 2, critical: 3} as const
type Ranks = ReadonlyMap<string, number>

/** How grave the reviewers called a text for an English text, by both. */
const ranksOf = (cells: readonly GoldCell[]): Ranks =>
  new Map(cells.map(({locale, source, target, severity}) => [keyOf(locale, source, target), RANK[severity]]))

const keyOf = (locale: string, source: string, target: string): string =>
  [locale, fold(source), fold(target)].join('\n')

const share = (all: readonly Scored[], test: (scored: Scored) => boolean): Share => ({
  found: all.filter(test).length,
  all: all.length,
})

const count = (locale: string, scored: readonly Scored[], ranks: Ranks): Score => {
  const of = (...severities: GoldCell['severity'][]) =>
    scored.filter(({cell}) => severities.includes(cell.severity))
  const isWrong = ({cell}: Scored) => cell.severity !== 'ok'
  const fixed = scored.filter(({findings}) => fixOf(findings) !== null)
  const correctable = (severity: GoldCell['severity']) =>
    of(severity).filter(({cell}) => cell.accept.length > 0)
  const rankOf = ({cell}: Scored, text: string) => ranks.get(keyOf(cell.locale, cell.source, text))
  const isWorse = (each: Scored) => (rankOf(each, fixOf(each.findings) ?? '') ?? 0) > RANK[each.cell.severity]
  return {
    locale,
    cells: scored.length,
    critical: {
      ...share(of('critical'), isSevere),
      asCritical: of('critical').filter(({findings}) => has(findings, 'critical')).length,
    },
    grave: share(of('critical', 'major'), isSevere),
    flagged: share(
      scored.filter(({findings}) => findings.length > 0),
      isWrong,
    ),
    severe: share(scored.filter(isSevere), isWrong),
    fixes: share(
      fixed.filter(({cell}) => cell.accept.length > 0),
      isAccepted,
    ),
    worse: fixed.filter(isWorse).length,
    changed: share(of('ok'), (each) => fold(publishedOf(each)) !== fold(each.cell.target)),
    published: {
      critical: share(correctable('critical'), isPublishedRight),
      major: share(correctable('major'), isPublishedRight),
    },
    mendable: {
      critical: share(correctable('critical').filter(hasHuman), isPublishedRight),
      major: share(correctable('major').filter(hasHuman), isPublishedRight),
    },
    provable: {
      critical: share(correctable('critical').filter(hasRightHuman), isPublishedRight),
      major: share(correctable('major').filter(hasRightHuman), isPublishedRight),
    },
    shown: share(scored, (each) => (rankOf(each, publishedOf(each)) ?? 0) >= RANK.major),
  }
}

const has = (findings: readonly Finding[], ...severities: string[]): boolean =>
  findings.some(({severity}) => severities.includes(severity))

const isSevere = ({findings}: Scored): boolean => has(findings, 'critical', 'major')

/** What a page would show: the correction, the English for a grave error without one, else the text as it is. */
const publishedOf = ({cell, findings}: Scored): string =>
  fixOf(findings) ?? (findings.some((finding) => isUnreadable(finding)) ? cell.source : cell.target)

const accepts = ({accept}: GoldCell, text: string): boolean =>
  accept.some((other) => fold(other) === fold(text))

/** A page would show a text that the reviewers accept. */
export const isPublishedRight = (each: Scored): boolean => accepts(each.cell, publishedOf(each))

const hasHuman = ({humans}: Scored): boolean => humans.length > 0

/** Documents have a human text that the reviewers accept. */
export const hasRightHuman = ({cell, humans}: Scored): boolean => humans.some((text) => accepts(cell, text))

/** The correction that the findings of a cell share. */
export const fixOf = (findings: readonly Finding[]): string | null => findings[0]?.fix?.text ?? null

/** Whether the proposed correction is one that the reviewers accept; white space makes no difference. */
export const isAccepted = ({cell, findings}: Pick<Scored, 'cell' | 'findings'>): boolean => {
  const fix = fixOf(findings)
  return fix !== null && accepts(cell, fix)
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Of the cells that a check flagged, how many the reviewers did not call right. */
export interface CheckScore {
  check: string
  flagged: number
  right: number
}

/** One line a check that flagged something, sorted by its id. */
export const byCheck = (scored: readonly Scored[]): CheckScore[] => {
  const ids = [...new Set(scored.flatMap(({findings}) => findings.map(({check}) => check)))].toSorted()
  return ids.map((check) => {
    const those = scored.filter(({findings}) => findings.some((finding) => finding.check === check))
    return {check, flagged: those.length, right: those.filter(({cell}) => cell.severity !== 'ok').length}
  })
}

/** Whether a cell is of the half that work looks at: by its English, so that no text stands on both sides. */
export const isFirstHalf = ({source}: Pick<GoldCell, 'source'>): boolean => {
  let hash = 7
  for (const character of fold(source)) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003
  return hash % 2 === 0
}
