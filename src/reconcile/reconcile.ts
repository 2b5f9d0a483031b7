/** Finds what the translations of a dataset changed, and publishes for each cell the best text that keeps every fact. */
import {isTranslation} from '../model/edition-language.ts'
import type {ColumnKind, Diagnostic, EditionInfo, KnowledgeBase, Unit} from '../model/schema.ts'
import {isStated, statedSource} from '../model/stated.ts'
import {checkProseByLocale, checkUnitsByLocale} from './engine/check-by-locale.ts'
import {passageReferences, publishProse} from './engine/check-passages.ts'
import {titleReferences} from './engine/check-titles.ts'
import type {CheckUnit} from './engine/check-unit.ts'
import {buildContext, type Context, keyOf, type Reference} from './engine/context.ts'
import type {Decisions} from './engine/decisions.ts'
import {sourceAnomalies} from './engine/source-anomalies.ts'
import {voteUnits} from './engine/vote.ts'
import {withWitnesses} from './engine/witnesses.ts'
import type {Termbase} from './learning/termbase-schema.ts'
import {findFactProblems, withFactProblems} from './publish/guard.ts'
import {publishTexts, publishUnits} from './publish/publish.ts'
import {publishTitles} from './publish/publish-titles.ts'

export interface Words {
  termbase: ReadonlyMap<string, Termbase>
  decisions: ReadonlyMap<string, Decisions>
  /** What was wrong with the files that the words were read from. */
  diagnostics: readonly Diagnostic[]
}

export const noWords: Words = {termbase: new Map(), decisions: new Map(), diagnostics: []}

/**
 * The dataset with findings, and with `published` and `status` of each unit and each text of a table.
 * The texts as found stay in `target` and `original`. Pure, and the same for any order of the input.
 */
export const reconcile = (kb: KnowledgeBase, words: Words): KnowledgeBase => {
  const cells = referencesOf(kb)
  const context = buildContext({references: cells, ...words})
  const ask = asCheckUnit(kb)
  const units = kb.units.filter(({locale}) => isTranslation(locale))
  const [known, unknown] = [units.filter(hasStatedEnglish), units.filter((unit) => !hasStatedEnglish(unit))]
  const found = [...checkUnitsByLocale(known, ask, context), ...voteUnits(unknown, ask, context)]
  const problems = findFactProblems(publishTexts(kb, publishUnits(kb, found)), kb.locales)
  const findings = withWitnesses(withFactProblems(found, problems, kb.units), kb)
  const published = publishUnits(kb, findings)
  const proseContext = proseContextOf(kb, cells, words)
  const prose = checkProseByLocale(kb, proseContext)
  const topics = publishProse(publishTexts(kb, published), prose.passages)
  const faults = [context, proseContext].flatMap((each) => each.faults.diagnostics())
  return {
    ...kb,
    units: published,
    passages: prose.passages,
    titles: prose.titles,
    topics: publishTitles({...kb, titles: prose.titles, topics}, prose.findings),
    findings: [...findings, ...prose.findings, ...sourceAnomalies(kb)].toSorted((a, b) =>
      a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
    ),
    diagnostics: [...kb.diagnostics, ...words.diagnostics, ...unusedDecisions(kb, words), ...faults],
  }
}

/** Others are asked about by the votes of their cell alone: English that was inferred proves nothing. */
const hasStatedEnglish = ({sourceOrigin}: Unit): boolean => isStated(sourceOrigin)

/** What all documents of a dataset know together: to check its units, or those of other documents. */
export const contextOf = (
  kb: Pick<KnowledgeBase, 'units' | 'editions'>,
  words: Omit<Words, 'diagnostics'>,
): Context => buildContext({references: referencesOf(kb), ...words})

/** Cells teach the words of prose, and its sentences are evidence for each other; cells are judged by cells alone. */
const proseContextOf = (kb: KnowledgeBase, cells: readonly Reference[], words: Words): Context =>
  buildContext({references: [...cells, ...passageReferences(kb), ...titleReferences(kb)], ...words})

/** The cells of a dataset as evidence for others: those whose English is stated. */
export const referencesOf = ({units, editions}: Pick<KnowledgeBase, 'units' | 'editions'>): Reference[] => {
  const infos = new Map(editions.map((edition) => [edition.id, edition]))
  return units.flatMap((unit) => asReference(unit, infos.get(unit.edition)))
}

const asReference = (unit: Unit, edition: EditionInfo | undefined): Reference[] => {
  const source = statedSource(unit)
  return source === null || unit.target === '' || !isTranslation(unit.locale)
    ? []
    : [
        {
          locale: unit.locale,
          source,
          target: unit.target,
          human: edition?.translationType === 'human',
          edition: unit.edition,
          unit: unit.id,
          cell: unit.cell,
          place: unit.place,
        },
      ]
}

/** Units of a dataset as the checks ask about them, with the kinds of their columns. */
export const asCheckUnit = (kb: Pick<KnowledgeBase, 'topics' | 'editions'>): ((unit: Unit) => CheckUnit) => {
  const kinds = new Map<string, ColumnKind>(
    kb.topics.flatMap(({id, tables}) =>
      tables.flatMap(({table, columns}) =>
        columns.map((kind, index) => [`${id}#t${table}c${index + 1}`, kind] as const),
      ),
    ),
  )
  const human = new Set(
    kb.editions.filter(({translationType}) => translationType === 'human').map(({id}) => id),
  )
  const machine = new Set(
    kb.editions.filter(({translationType}) => translationType === 'machine').map(({id}) => id),
  )
  return (unit) => ({
    id: unit.id,
    locale: unit.locale,
    source: statedSource(unit),
    target: unit.target,
    header: unit.row === 0,
    kind: kinds.get(columnOf(unit.cell)),
    place: unit.place,
    cell: unit.cell,
    edition: unit.edition,
    human: human.has(unit.edition),
    personal: !machine.has(unit.edition),
    retold: !machine.has(unit.edition) && !unit.portTable && unit.row > 0 && unit.sourceOrigin === 'document',
  })
}

/** Without its row: `edge#t1r2c3` stands in the column `edge#t1c3`. */
const columnOf = (cell: string): string =>
  cell.slice(0, cell.lastIndexOf('r')) + cell.slice(cell.lastIndexOf('c'))

const unusedDecisions = (kb: KnowledgeBase, {decisions}: Words): Diagnostic[] => {
  const known = new Set(
    [...kb.units, ...kb.titles].map((unit) => `${unit.locale}\n${keyOf(statedSource(unit) ?? '')}`),
  )
  return [...decisions.values()].flatMap(({locale, entries}) =>
    entries
      .filter(({source}) => !known.has(`${locale}\n${keyOf(source)}`))
      .map(({source, date}) => ({
        place: {path: `decisions/${locale}.json`, line: 1, column: 1},
        severity: 'warning' as const,
        id: 'decision-unused',
        message: `the decision of ${date} for “${source}” matches no cell in ${locale}`,
        hint: 'Correct its English text, or take it out.',
      })),
  )
}
