/** What the checks that read the termbase share: forbidden renderings of the English terms of a cell. */
import type {Asked, Report} from '../check.ts'
import {hasTerm} from '../read/english.ts'
import {replaceSpaced} from '../read/script.ts'
import {indexOfWord, withoutWords} from '../read/words.ts'
import type {PreparedTerm} from '../terms/prepare.ts'
import type {Term} from '../terms/termbase-schema.ts'

/** Reports of forbidden renderings whose entries have this severity; each piece of text is reported once. */
export const termReports = (asked: Asked, severity: Term['severity']): Report[] => {
  const reports: Report[] = []
  let covered = asked.target.folded
  for (const prepared of asked.context.terms) {
    if (!hasTerm(asked.english, prepared.source)) continue
    for (const report of forbiddenIn(asked, prepared, covered)) {
      const [start, end] = report.span ?? [0, 0]
      covered = covered.slice(0, start) + ' '.repeat(end - start) + covered.slice(end)
      if (prepared.term.severity === severity) reports.push(report)
    }
  }
  return reports
}

const forbiddenIn = (
  {target, unit}: Asked,
  {term, right, forbidden}: PreparedTerm,
  covered: string,
): Report[] => {
  const masked = withoutWords(covered, right)
  return forbidden.flatMap(({text, folded, caseOnly}): Report[] => {
    const searched = caseOnly ? target.wide : masked
    const at = indexOfWord(searched, caseOnly ? text : folded)
    if (at === -1 || (caseOnly && startsSentence(target.wide, at))) return []
    const span: [number, number] = [at, at + text.replace('*', '').length]
    const actual = target.text.slice(...span)
    if (actual === term.approved || term.accepted.includes(actual)) return []
    return [
      {
        actual,
        expected: term.approved,
        span,
        evidence: [
          {kind: 'termbase', locale: unit.locale, text: `${term.source} → ${term.approved}`, place: null},
        ],
      },
    ]
  })
}

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:(])$/.test(text.slice(0, at).trimEnd())

/** Replaces the forbidden rendering by the approved one, with the spaces that both need. */
export const repairTerm = ({target}: Asked, {span, expected}: Report): string | null =>
  span && expected !== '' ? replaceSpaced(target.text, span, expected) : null
