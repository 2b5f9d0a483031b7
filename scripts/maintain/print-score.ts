/**
 * Measures the checks on cells that reviewers labelled: `npm run score`.
 *
 * Prints by locale what is found (only critical and major findings count), how right the findings and the corrections are,
 * and what would be published: line by line without any document, with human editions beside the bilingual ones, with all
 * documents, and with human editions of a language that nothing is listed for. `--half first` shows the cells that work
 * may look at, `--half second` those that prove it.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import Table from 'cli-table3'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {listCheckInputs} from '../../src/app/check/check-inputs-fs.ts'
import {readDocuments} from '../../src/app/fix/documents-fs.ts'
import {buildContext, type Context} from '../../src/reconcile/engine/context.ts'
import {readWords} from '../../src/reconcile/publish/words-fs.ts'
import {noWords, referencesOf, type Words} from '../../src/reconcile/reconcile.ts'
import {
  byCheck,
  fixOf,
  type GoldCell,
  goldCellSchema,
  hasRightHuman,
  isAccepted,
  isFirstHalf,
  isPublishedRight,
  type Score,
  type Scored,
  scoreCells,
  summarize,
} from './score.ts'

const {values} = parseArgs({
  options: {
    shared: {type: 'string', default: '../shared'},
    content: {type: 'string', default: 'content'},
    json: {type: 'boolean', default: false},
    /** Only settings whose name begins so. */
    setting: {type: 'string'},
    verbose: {type: 'boolean', default: false},
    /** `first` or `second`: what is tuned on one half of the English texts is proved on the other. */
    half: {type: 'string'},
  },
})

interface Setting {
  name: string
  folders: string[]
  words: Words
  withoutLexicon?: boolean
}

const folder = (name: string): string => join(values.shared, 'technet', name)

const readGold = (): GoldCell[] =>
  readdirSync(join(values.shared, 'gold'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(join(values.shared, 'gold', name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => goldCellSchema.parse(JSON.parse(line)))
    .filter((cell) => values.half === undefined || isFirstHalf(cell) === (values.half === 'first'))

const contextOf = ({folders, words, withoutLexicon = false}: Setting): Context => {
  const inputs = listCheckInputs(folders).filter(({kind}) => kind === 'document')
  const kb = buildKnowledgeBase(readDocuments(inputs).documents.map(({edition}) => edition))
  return buildContext({references: referencesOf(kb), ...words, withoutLexicon})
}

const share = ({found, all}: {found: number; all: number}): string =>
  all === 0 ? '–' : `${found}/${all} ${(found / all).toFixed(3)}`

const tableOf = (scores: readonly Score[]): string => {
  const table = new Table({
    head: [
      'locale',
      'cells',
      'critical',
      'as critical',
      'and major',
      'precision',
      'severe precision',
      'fixes accepted',
      'worse',
      'right changed',
      'critical published right',
      'major published right',
      'critical, human text known',
      'major, human text known',
      'critical, right human text known',
      'major, right human text known',
      'severe shown of 1,000',
    ],
    style: {head: [], border: []},
    wordWrap: true,
  })
  for (const score of scores) {
    table.push([
      score.locale,
      score.cells,
      share(score.critical),
      score.critical.asCritical,
      share(score.grave),
      share(score.flagged),
      share(score.severe),
      share(score.fixes),
      score.worse,
      share(score.changed),
      share(score.published.critical),
      share(score.published.major),
      share(score.mendable.critical),
      share(score.mendable.major),
      share(score.provable.critical),
      share(score.provable.major),
      ((1000 * score.shown.found) / score.cells).toFixed(1),
    ])
  }
  return table.toString()
}

const linesOf = (scored: readonly Scored[]): string[] =>
  scored.flatMap((each) => {
    const {cell, findings} = each
    const isSevere = cell.severity === 'critical' || cell.severity === 'major'
    const missed = isSevere && !findings.some(({severity}) => severity !== 'minor')
    const falseAlarm = findings.length > 0 && cell.severity === 'ok'
    const refused =
      findings.length > 0 &&
      cell.accept.length > 0 &&
      fixOf(findings) !== null &&
      !isAccepted({cell, findings})
    const shownWrong = isSevere && cell.accept.length > 0 && !isPublishedRight(each)
    if (!missed && !falseAlarm && !refused && !shownWrong) return []
    const kinds = [
      ...(missed ? ['missed'] : []),
      ...(falseAlarm ? ['false alarm'] : []),
      ...(refused ? ['fix not accepted'] : []),
      ...(shownWrong ? [hasRightHuman(each) ? 'shown wrong beside a right human text' : 'shown wrong'] : []),
    ]
    const found = findings.map(({check, message}) => `    ${check}: ${message}`)
    return [
      `${kinds.join(', ')}: ${cell.id} ${cell.severity}\n    ${cell.source}\n    ${cell.target}`,
      ...found,
      `    fix: ${fixOf(findings) ?? '–'}`,
    ]
  })

const main = (): void => {
  if (!existsSync(join(values.shared, 'gold'))) {
    process.stderr.write(
      `score: no labelled cells in ${join(values.shared, 'gold')}\n  name their folder with --shared DIR\n`,
    )
    process.exitCode = 2
    return
  }
  const gold = readGold()
  const words = readWords(values.content)
  const [bilingual, human] = [folder('bilingual'), folder('human')]
  const settings: Setting[] = [
    {name: 'alone, line by line', folders: [], words},
    {name: 'with human editions', folders: [bilingual, human], words},
    {
      name: 'with everything',
      folders: [bilingual, human, folder('bilingual-pipe'), folder('machine')],
      words,
    },
    {
      name: 'with human editions, nothing listed for the language',
      folders: [bilingual, human],
      words: noWords,
      withoutLexicon: true,
    },
  ].filter(({name}) => values.setting === undefined || name.startsWith(values.setting))
  const results = settings.map((setting) => {
    const scored = scoreCells(gold, contextOf(setting))
    return {name: setting.name, scored, scores: summarize(scored), checks: byCheck(scored)}
  })
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify(
        results.map(({name, scores, checks}) => ({name, scores, checks})),
        null,
        2,
      )}\n`,
    )
    return
  }
  for (const {name, scored, scores, checks} of results) {
    process.stdout.write(`\n${name}\n${tableOf(scores)}\n`)
    if (!values.verbose) continue
    for (const {check, flagged, right} of checks)
      process.stdout.write(`  ${check}: ${share({found: right, all: flagged})}\n`)
    for (const line of linesOf(scored)) process.stdout.write(`${line}\n`)
  }
}

main()
