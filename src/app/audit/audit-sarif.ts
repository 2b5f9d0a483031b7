/** An audit as SARIF 2.1.0: what is not wholly let through, and what is open beyond, on the lines of the configuration. */
import type {Location, Log, ReportingDescriptor, Result} from 'sarif'
import type {Line} from '../../firewall/audit/device.ts'
import {uriOf} from '../../formats/sarif.ts'
import type {AuditReport, ReportedBeyond, ReportedRule} from './audit-report.ts'

const rules: readonly (ReportingDescriptor & {id: string; level: Result.level})[] = [
  ['missing', 'error', 'Nothing lets through what the documentation asks for'],
  ['denied', 'error', 'A rule stops what the documentation asks for'],
  ['open', 'error', 'What the documentation says must be stopped is let through'],
  ['partly', 'error', 'A part only of what the documentation asks for is let through'],
  ['unknown', 'warning', 'Whether what the documentation asks for is let through can’t be told'],
  ['unset', 'warning', 'A rule is not asked about, since an address is not set'],
  ['wider', 'note', 'A rule lets through more than the documentation asks for'],
  ['extra', 'note', 'A rule lets through what the documentation doesn’t ask for'],
].map(([id = '', level, text = '']) => ({
  id: `audit-${id}`,
  level: level === 'error' ? 'error' : level === 'warning' ? 'warning' : 'note',
  shortDescription: {text},
}))

export function auditSarif(report: AuditReport, files: readonly string[], version: string): Log {
  const [first = ''] = files
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'portolan',
            version,
            rules: rules.map(({id, level, shortDescription}) => ({
              id,
              ...(shortDescription === undefined ? {} : {shortDescription}),
              defaultConfiguration: {level},
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...report.rules
            .filter(({verdict}) => verdict !== 'allowed' && verdict !== 'stopped')
            .map((rule) => ruleResult(rule, first)),
          ...report.notAsked
            .filter(({unset}) => unset)
            .map(({rules: ids, reason}) =>
              result('unset', `${ids.join(' ')}: ${reason}`, [startOf(first)], ids.join(' ')),
            ),
          ...report.beyond.map(beyondResult),
        ],
      },
    ],
  }
}

const startOf = (path: string): Line => ({path, line: 1, text: ''})

function ruleResult(
  {verdict, rules: ids, asked, notAllowed, unknown, lines, reasons}: ReportedRule,
  first: string,
): Result {
  const parts = [...notAllowed, ...unknown]
  const said = [
    `${ids.join(' ')} is ${verdict}: ${asked.join('; ')}`,
    ...(parts.length > 0
      ? [`${verdict === 'open' ? 'let through' : 'not let through'}: ${parts.join('; ')}`]
      : []),
    ...reasons,
  ]
  return result(verdict, said.join('. '), lines.length > 0 ? lines : [startOf(first)], ids.join(' '))
}

const beyondResult = ({kind, sure, line, open}: ReportedBeyond): Result =>
  result(
    kind,
    `${sure ? 'Open' : 'Perhaps open'}: ${open.length === 0 ? 'whatever no rule speaks of' : open.join('; ')}`,
    [line],
    line.text,
  )

function result(id: string, text: string, lines: readonly Line[], key: string): Result {
  const [main, ...others] = lines.map(location)
  const found = rules.find((rule) => rule.id === `audit-${id}`)
  return {
    ruleId: `audit-${id}`,
    level: found?.level ?? 'warning',
    message: {text},
    ...(main === undefined ? {} : {locations: [main]}),
    ...(others.length === 0 ? {} : {relatedLocations: others.map((each, at) => ({...each, id: at + 1}))}),
    partialFingerprints: {'portolan-audit/v1': `${id} ${key}`},
  }
}

const location = ({path, line, text}: Line): Location => ({
  physicalLocation: {
    artifactLocation: {uri: uriOf(path)},
    region: {startLine: line, ...(text === '' ? {} : {snippet: {text}})},
  },
})
