/** What the checks that read the termbase share: forbidden renderings of the English terms of a cell. */
import type {Asked, Problem} from '../engine/check.ts'
import type {PreparedTerm} from '../learning/prepare.ts'
import type {Term} from '../learning/termbase-schema.ts'
import {hasTerm} from '../reading/english-cell.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {replaceSpaced} from '../reading/script.ts'
import {isWire} from '../reading/wire.ts'
import {indexOfWord, plainWord, withoutWords} from '../reading/words.ts'

export type TermKind = Term['severity'] | 'wire'

const problemsByCell = new WeakMap<Asked, Map<TermKind, Problem[]>>()

/** Problems of forbidden renderings whose entries are of this kind; each piece of text is reported once. */
export const termProblems = (asked: Asked, kind: TermKind): Problem[] => {
  const known = problemsByCell.get(asked) ?? readTerms(asked)
  problemsByCell.set(asked, known)
  return known.get(kind) ?? []
}

const readTerms = (asked: Asked): Map<TermKind, Problem[]> => {
  const problems = new Map<TermKind, Problem[]>()
  let covered = asked.target.folded
  for (const prepared of asked.context.terms) {
    if (!hasTerm(asked.english, prepared.source) || !isWritten(asked, prepared)) continue
    for (const problem of forbiddenIn(asked, prepared, covered)) {
      const [start, end] = problem.span ?? [0, 0]
      covered = covered.slice(0, start) + ' '.repeat(end - start) + covered.slice(end)
      const kind = severityOf(prepared)
      problems.set(kind, [...(problems.get(kind) ?? []), problem])
    }
  }
  return problems
}

/** A token of the wire is written in capitals: "turn on" is no TURN. */
const isWritten = ({english}: Asked, prepared: PreparedTerm): boolean =>
  severityOf(prepared) !== 'wire' ||
  prepared.term.source.split('/').every((token) => !isWire(token) || english.wire.includes(token))

/** Terms of the wire are the business of the check of protocols. */
const severityOf = ({term}: PreparedTerm): TermKind =>
  /^[A-Z]+(?:\/[A-Z]+)*$/.test(term.source) &&
  term.source.split('/').some(isWire) &&
  term.severity === 'critical'
    ? 'wire'
    : term.severity

const forbiddenIn = (
  {target, unit}: Asked,
  {term, right, forbidden}: PreparedTerm,
  covered: string,
): Problem[] => {
  let masked = withoutWords(covered, right)
  return forbidden.flatMap(({text, folded, caseOnly}): Problem[] => {
    const searched = caseOnly ? target.wide : masked
    const at = indexOfWord(searched, caseOnly ? text : folded)
    if (at === -1 || (caseOnly && isCapital(text, right) && startsSentence(target.wide, at))) return []
    const span: [number, number] = [at, at + plainWord(text).length]
    const actual = target.text.slice(...span)
    if (actual === term.approved || term.accepted.includes(actual)) return []
    masked = masked.slice(0, at) + ' '.repeat(span[1] - at) + masked.slice(span[1])
    const evidence = {
      kind: 'termbase' as const,
      locale: unit.locale,
      text: `${term.source} → ${term.approved}`,
      place: null,
    }
    return [{actual, expected: styled(term, target.text), span, evidence: [evidence]}]
  })
}

/** The word differs from a right one by nothing but a capital at its start. */
const isCapital = (text: string, right: readonly string[]): boolean =>
  /^\p{Lu}/u.test(text) && right.includes(foldWords(text)) && foldWords(text).slice(1) === text.slice(1)

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:(])$/.test(text.slice(0, at).trimEnd())

const SPACED_RE = /[\p{Script=Katakana}ー] [\p{Script=Katakana}]/u

/** The approved term, without its spaces in a text that writes its compounds so, where that is accepted too. */
const styled = ({approved, accepted}: Term, text: string): string => {
  const tight = approved.replaceAll(' ', '')
  return accepted.includes(tight) && !SPACED_RE.test(text) ? tight : approved
}

/** Replaces the forbidden rendering by the approved one, with the spaces and the capital that both need. */
export const repairTerm = ({target}: Asked, {span, expected}: Problem): string | null => {
  if (!span || expected === '') return null
  const capital = span[0] === 0 && /^\p{Lu}/u.test(target.text) && /^\p{Ll}/u.test(expected)
  return replaceSpaced(
    target.text,
    span,
    capital ? expected.charAt(0).toUpperCase() + expected.slice(1) : expected,
  )
}

/** The termbase's word for the whole English text, or null. */
export const termOf = ({english, context}: Asked): Term | null =>
  context.terms.find(
    ({source}) =>
      source.length === english.singulars.length &&
      source.every((word, index) => english.singulars[index] === word),
  )?.term ?? null
