/**
 * Measures the checks on cells that reviewers labelled: `npm run score`.
 *
 * Prints per locale the recall of critical and of critical and major errors, the precision, and the share of
 * corrections that the reviewers accept, with the bilingual documents as context and with the human editions beside
 * them, and without the shipped words (what is learnt from the documents must do).
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
  isAccepted,
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
    verbose: {type: 'boolean', default: false},
    /** Leave out the cells whose number divided by two leaves 1: what is tuned on one half is proved on the other. */
    half: {type: 'boolean', default: false},
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
    .filter(({id}) => !values.half || Number(id.slice(-1)) % 2 === 0)

const contextOf = ({folders, words, withoutLexicon = false}: Setting): Context => {
  const inputs = listCheckInputs(folders).filter(({kind}) => kind === 'document')
  const kb = buildKnowledgeBase(readDocuments(inputs).documents.map(({edition}) => edition))
  return buildContext({references: referencesOf(kb), ...words, withoutLexicon})
}

const share = (part: number, all: number): string =>
  all === 0 ? '–' : `${part}/${all} ${(part / all).toFixed(3)}`

const tableOf = (scores: readonly Score[]): string => {
  const table = new Table({
    head: ['locale', 'cells', 'critical found', 'critical+major found', 'precision', 'accepted fixes'],
    style: {head: [], border: []},
  })
  for (const {locale, cells, critical, grave, flagged, fixes} of scores) {
    table.push([
      locale,
      cells,
      share(critical.found, critical.all),
      share(grave.found, grave.all),
      share(flagged.right, flagged.all),
      share(fixes.accepted, fixes.all),
    ])
  }
  return table.toString()
}

const linesOf = (scored: readonly Scored[]): string[] =>
  scored.flatMap(({cell, findings}) => {
    const missed = findings.length === 0 && (cell.severity === 'critical' || cell.severity === 'major')
    const falseAlarm = findings.length > 0 && cell.severity === 'ok'
    const refused =
      findings.length > 0 &&
      cell.accept.length > 0 &&
      fixOf(findings) !== null &&
      !isAccepted({cell, findings})
    if (!missed && !falseAlarm && !refused) return []
    const kind = missed ? 'missed' : falseAlarm ? 'false alarm' : 'fix not accepted'
    const found = findings.map(({check, message}) => `    ${check}: ${message}`)
    return [
      `${kind}: ${cell.id} ${cell.severity}\n    ${cell.source}\n    ${cell.target}`,
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
  const settings: Setting[] = [
    {name: 'bilingual', folders: [folder('bilingual')], words},
    {name: 'bilingual and human', folders: [folder('bilingual'), folder('human')], words},
    {
      name: 'bilingual and human, no shipped words',
      folders: [folder('bilingual'), folder('human')],
      words: noWords,
      withoutLexicon: true,
    },
  ]
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
      process.stdout.write(`  ${check}: ${share(right, flagged)}\n`)
    for (const line of linesOf(scored)) process.stdout.write(`${line}\n`)
  }
}

main()
