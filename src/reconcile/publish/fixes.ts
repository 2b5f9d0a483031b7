/** Chooses the correction of a faulty cell: of all candidates the one that the checks say least of, in order of trust. */
import {formatPath, parsePath} from '../../facts/path/path.ts'
import type {Fix} from '../../model/schema.ts'
import {askAbout, problemsOf} from '../engine/ask.ts'
import type {Asked, CheckProblem} from '../engine/check.ts'
import type {Known, Reference} from '../engine/reference.ts'
import {endlessBudget, type TimeBudget} from '../engine/time-budget.ts'
import type {Learnt} from '../learning/learn.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {isWire} from '../reading/wire.ts'
import {hasWord} from '../reading/words.ts'
import {alikeTexts} from './alike-texts.ts'

const MAX_REPAIRS = 12
/** Texts of one origin that are tried: the rarer ones are no better, and each is put before all checks. */
const MOST_OF_A_KIND = 4

/** Decision, human edition, other revision, other document, repair: the best of them; null when none is better and safe. */
export const chooseFix = (
  asked: Asked,
  problems: readonly CheckProblem[],
  budget: TimeBudget = endlessBudget,
): Fix | null => {
  const {unit, context} = asked
  const decision = unit.source === null ? null : context.decision(unit.source)
  if (decision) return {text: decision.text, origin: 'decision', from: unit.source}
  if (problems.every(({problem}) => problem.isUnproven)) return null
  let best: Judged | null = null
  for (const fix of candidates(asked, problems)) {
    if (budget.isOver()) return null
    if (fix.text === unit.target || fix.text === '') continue
    if (fix.origin === 'repair' && hasSecondCopy(fix.text, problems)) continue
    const judged = judge(asked, fix)
    if (judged.left.length === 0) return fix
    if (isBetter(judged, problems) && (best === null || compare(judged, best) < 0)) best = judged
  }
  return best === null ? null : mended(askAbout(asked, best.fix.text), best.left, best.fix)
}

/** A candidate with what the checks say of it. */
interface Judged {
  fix: Fix
  left: readonly CheckProblem[]
}

const judge = (asked: Asked, fix: Fix): Judged => ({
  fix,
  left: problemsOf(askAbout(asked, fix.text)).filter(isAboutText),
})

/** Something grave is gone, and nothing grave is new; what a person wrote may keep something grave that the text has, too. */
const isBetter = ({fix, left}: Judged, before: readonly CheckProblem[]): boolean => {
  const [own, old] = [left, before].map((problems) => new Set(problems.filter(isGrave).map(keyOfProblem)))
  if (own === undefined || old === undefined || own.size >= old.size || left.some(saysAnother)) return false
  return own.size === 0 || (fix.origin === 'human' && own.isSubsetOf(old))
}

/** It denies, allows or excepts what the English does not, or the other way round: never to be written, whoever wrote it elsewhere. */
const saysAnother = (each: CheckProblem): boolean =>
  each.check.barsFix === true && severityOf(each) === 'critical'

const keyOfProblem = ({check, problem}: CheckProblem): string => `${check.id} ${problem.expected}`

const severities = ['critical', 'major', 'minor'] as const

/** Fewer of the gravest problems first; the order of trust decides between equals. */
const compare = (one: Judged, other: Judged): number => {
  for (const severity of severities) {
    const [a, b] = [one, other].map(({left}) => left.filter((each) => severityOf(each) === severity).length)
    if (a !== b) return (a ?? 0) - (b ?? 0)
  }
  return 0
}

const severityOf = ({check, problem}: CheckProblem): string => problem.severity ?? check.severity

/** A wrong piece that the text still has after its repair: it stood there twice. */
const hasSecondCopy = (text: string, problems: readonly CheckProblem[]): boolean =>
  problems.some(({check, problem: {actual, expected, span}}) => {
    // What checks know by its place alone may well stand elsewhere by right.
    if (check.id === 'inconsistent' || span == null || expected === '' || actual.trim().length < 2)
      return false
    const isKept = foldWords(expected).includes(foldWords(actual))
    return !isKept && hasWord(foldWords(text).replaceAll(foldWords(expected), ' '), [foldWords(actual)])
  })

/** A text with small flaws, without those that can be repaired. */
const mended = (asked: Asked, problems: readonly CheckProblem[], fix: Fix): Fix => {
  const text = repair(asked, problems)
  const better =
    text !== null && problemsOf(askAbout(asked, text)).filter(isAboutText).length < problems.length
  return better ? {...fix, text} : fix
}

/** A correction may differ from the other documents: they can share the error. */
const isAboutText = ({check}: CheckProblem): boolean => check.id !== 'inconsistent'

/** Another word than lists hold: what a person chose is changed for what another person said only. */
const isWordChoice = ({check, problem}: CheckProblem): boolean =>
  check.id === 'inconsistent' || (check.id === 'unsupported-rendering' && !problem.evidence?.length)

/** Whether a problem means that a reader would do something wrong. */
const isGrave = ({check, problem}: CheckProblem): boolean => (problem.severity ?? check.severity) !== 'minor'

function* candidates(asked: Asked, problems: readonly CheckProblem[]): Generator<Fix> {
  const {unit, context} = asked
  const known = context.memory(unit.source ?? '')
  const exact = ({source}: Known) => source.trim() === unit.source?.trim()
  const [humans, machines] = [known.filter(({human}) => human), known.filter(({human}) => !human)]
  const ofCell = context.ofCell(unit.cell ?? null)
  // That most texts say something else proves nothing: a person must have said it of this very cell.
  if (problems.every(({check}) => check.id === 'inconsistent')) {
    for (const reference of byUse(ofCell.filter(({human}) => human))) yield fromReference(reference, 'human')
    return
  }
  const people: [Fix['origin'], readonly Known[]][] = [
    ['human', ofCell.filter(({human}) => human)],
    ['human', humans.filter(exact)],
  ]
  if (unit.personal && problems.every(isWordChoice)) {
    for (const [origin, references] of people)
      for (const reference of byUse(references)) yield fromReference(reference, origin)
    return
  }
  const groups: [Fix['origin'], readonly Known[]][] = [
    ...people,
    ['human', humans],
    ['revision', ofCell.filter(({human}) => !human)],
    ['memory', machines.filter(exact)],
    ['memory', machines],
    ['memory', alikeTexts(unit.source ?? '', context)],
  ]
  const glued: Fix[] = []
  for (const [origin, references] of groups) {
    for (const reference of byUse(references).slice(0, MOST_OF_A_KIND)) {
      const fix = fromReference(reference, origin)
      if (hasGluedWords(fix.text, context.learnt)) glued.push(fix)
      else yield fix
    }
  }
  const repaired = repair(asked, problems)
  if (repaired !== null) yield {text: repaired, origin: 'repair', from: null}
  const rebuilt = rebuild(asked)
  if (rebuilt !== null) yield {text: rebuilt, origin: 'repair', from: null}
  yield* glued
}

/** A cell of tokens as the English has it; a path with the locale's own words and characters. */
const rebuild = ({english, unit}: Asked): string | null => {
  if (english.path) {
    const read = parsePath(english.text, 'en')
    return read.ok ? formatPath(read, unit.locale) : null
  }
  const isCopied = english.tokensOnly && english.words.every(({text}) => isWire(text))
  return isCopied && !/\d[, ]\d{3}/.test(english.text) ? english.text : null
}

/** No two words of any language are longer. */
const LONGEST_GLUED = 60

/** A long word that stands nowhere else and is two known words without their space: `frontauxexécutant`. */
const hasGluedWords = (text: string, {words}: Learnt): boolean =>
  (text.match(/\p{Ll}{10,}/gu) ?? [])
    .filter((word) => word.length <= LONGEST_GLUED && (words.get(word) ?? 0) < 2)
    .some((word) =>
      Array.from({length: word.length - 9}, (_, index) => index + 5).some(
        (cut) => (words.get(word.slice(0, cut)) ?? 0) > 2 && (words.get(word.slice(cut)) ?? 0) > 2,
      ),
    )

const fromReference = ({target, edition}: Reference, origin: Fix['origin']): Fix => ({
  text: target,
  origin,
  from: edition,
})

/** The tidiest and then the most used text first; the order given decides between equals. */
const byUse = (texts: readonly Known[]): Known[] =>
  texts.toSorted((a, b) => strays(a.target) - strays(b.target) || b.count - a.count)

/** Spaces after an opening bracket and beside full-width characters: traces of a conversion. */
const strays = (text: string): number => text.match(/[(（] |[、，。] | [、，。)）]/g)?.length ?? 0

/** The translation with the reported pieces repaired one after the other, gravest first; null when nothing changed. */
export const repair = (asked: Asked, problems: readonly CheckProblem[]): string | null => {
  let current = asked
  let open = problems.filter(isAboutText)
  for (let round = 0; round < MAX_REPAIRS && open.length > 0; round++) {
    const text = firstRepair(current, open)
    if (text === null) break
    current = askAbout(current, text)
    open = problemsOf(current).filter(isAboutText)
  }
  return current.unit.target === asked.unit.target ? null : current.unit.target
}

const firstRepair = (asked: Asked, problems: readonly CheckProblem[]): string | null => {
  for (const {check, problem} of problems) {
    const text = check.fix(asked, problem)
    if (text !== null && text !== asked.unit.target) return text
  }
  return null
}
