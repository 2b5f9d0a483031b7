/** Prints an audit: a table on a terminal, lines with tabs elsewhere. */
import Table from 'cli-table3'
import pc from 'picocolors'
import type {AuditReport, ReportedBeyond, ReportedRule} from '../../src/app/audit/audit-report.ts'
import type {Line} from '../../src/firewall/audit/device.ts'
import type {Verdict} from '../../src/firewall/audit/judge.ts'
import {printable} from '../../src/text/printable.ts'
import {wrapText} from './wrap-text.ts'

/** Of what is open beyond the topic, the rest is counted. */
const mostBeyond = 20
/** Lines and parts that are named of one rule. */
const mostNamed = 3

/** @param columns width of the terminal; null for plain lines */
export function auditToText(report: AuditReport, columns: number | null, showAll: boolean): string {
  const {counts, rules, beyond, notAsked, notes} = report
  const asked = rules.length
  const found = (['allowed', 'stopped', 'partly', 'missing', 'denied', 'open', 'unknown'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counts[verdict]} ${verdict}`)
  const shown = showAll ? beyond : beyond.slice(0, mostBeyond)
  const rest = beyond.length - shown.length
  return [
    `${report.topic}: ${asked} ${asked === 1 ? 'rule' : 'rules'} asked of ${report.format}${found.length === 0 ? '' : `: ${found.join(', ')}`}`,
    ...notes.map((note) => `note: ${note}`),
    ...table(['verdict', 'rule', 'what', 'decided by'], rules.map(ruleCells), columns),
    ...(beyond.length === 0
      ? []
      : ['', `Open beyond the topic, by ${beyond.length} ${beyond.length === 1 ? 'line' : 'lines'}:`]),
    ...table(['kind', 'line', 'what'], shown.map(beyondCells), columns),
    ...(rest > 0 ? [`… and ${rest} more: --all lists them`] : []),
    ...(notAsked.length === 0 ? [] : ['', 'Not asked:']),
    ...table(
      ['rule', 'why'],
      notAsked.map((each) => [each.rules.join(' '), each.reason]),
      columns,
    ),
  ]
    .map((line) => (line.includes('\n') || line.includes('\t') ? line : printable(line)))
    .join('\n')
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number | null,
): string[] {
  if (rows.length === 0) return []
  const safe = rows.map((row) => row.map(printable))
  if (columns === null) return safe.map((row) => row.join('\t'))
  const widths = widthsOf(head.length, columns)
  const drawn = new Table({head: [...head], colWidths: widths, style: {head: [], border: []}})
  // The table's own wrapping cuts off characters that are two columns wide.
  drawn.push(...safe.map((row) => row.map((text, at) => painted(wrapText(text, (widths[at] ?? 12) - 2)))))
  return [drawn.toString()]
}

/** The first column is short; the others share the rest. */
function widthsOf(count: number, columns: number): number[] {
  const [first, second] = [10, 14]
  const fixed = count > 2 ? [first, second] : [second]
  const left = Math.max(
    20 * (count - fixed.length),
    columns - count - 1 - fixed.reduce((sum, width) => sum + width, 0),
  )
  return [
    ...fixed,
    ...Array.from({length: count - fixed.length}, () => Math.floor(left / (count - fixed.length))),
  ]
}

const paints: Readonly<Record<Verdict, (text: string) => string>> = {
  allowed: pc.green,
  partly: pc.red,
  missing: pc.red,
  denied: pc.red,
  open: pc.red,
  stopped: pc.green,
  unknown: pc.yellow,
}

const isVerdict = (text: string): text is Verdict => Object.hasOwn(paints, text)

const painted = (text: string): string => (isVerdict(text) ? paints[text](text) : text)

function ruleCells({verdict, rules, asked, notAllowed, unknown, lines, reasons}: ReportedRule): string[] {
  const said = [
    asked.join('; '),
    ...(notAllowed.length === 0
      ? []
      : [`${verdict === 'open' ? 'let through' : 'not let through'}: ${some(notAllowed, '; ')}`]),
    ...(unknown.length === 0 ? [] : [`not known: ${some(unknown, '; ')}`]),
  ]
  return [
    verdict,
    rules.join(' '),
    said.join(' — '),
    [some(lines.map(lineText), '; '), ...reasons].join(' — '),
  ]
}

const beyondCells = ({kind, sure, line, open}: ReportedBeyond): string[] => [
  kind,
  lineText(line),
  `${sure ? '' : 'perhaps '}${open.length === 0 ? 'whatever no rule speaks of' : some(open, '; ')}`,
]

const lineText = ({path, line, text}: Line): string => `${path}:${line} ${text}`

const some = (texts: readonly string[], character: string): string =>
  texts.length > mostNamed
    ? `${texts.slice(0, mostNamed).join(character)}${character}… ${texts.length - mostNamed} more`
    : texts.join(character)
