/** Chooses the correction of a faulty cell: the first candidate, in order of trust, that passes all checks. */
import {formatPath, parsePath} from '../../facts/path/path.ts'
import type {Fix} from '../../model/schema.ts'
import {askAbout, type CheckProblem, problemsOf} from '../engine/ask.ts'
import type {Asked} from '../engine/check.ts'
import type {Known, Reference} from '../engine/reference.ts'
import type {Learnt} from '../learning/learn.ts'
import {isWire} from '../reading/wire.ts'

const MAX_REPAIRS = 12
/** Texts of one origin that are tried: the rarer ones are no better, and each is put before all checks. */
const MOST_OF_A_KIND = 4

/** Decision, human edition, other revision, other document, repair; null when none of them is safe. */
export const chooseFix = (asked: Asked, problems: readonly CheckProblem[]): Fix | null => {
  const {unit, context} = asked
  const decision = unit.source === null ? null : context.decision(unit.source)
  if (decision) return {text: decision.text, origin: 'decision', from: unit.source}
  let usable: Fix | null = null
  let better: Fix | null = null
  for (const fix of candidates(asked, problems)) {
    if (fix.text === unit.target || fix.text === '') continue
    const other = askAbout(asked, fix.text)
    const left = problemsOf(other).filter(isAboutText)
    if (left.length === 0) return fix
    if (problems.some(isGrave) && !left.some(isGrave)) usable ??= mended(other, left, fix)
    else if (fix.origin === 'human' && isBetter(left, problems)) better ??= fix
  }
  return usable ?? better
}

/** Something grave is gone, and nothing grave is new. */
const isBetter = (left: readonly CheckProblem[], before: readonly CheckProblem[]): boolean => {
  const keyOf = ({check, problem}: CheckProblem): string => `${check.id} ${problem.expected}`
  const [own, old] = [left, before].map((problems) => new Set(problems.filter(isGrave).map(keyOf)))
  return own !== undefined && old !== undefined && own.size < old.size && own.isSubsetOf(old)
}

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
export const isGrave = ({check, problem}: CheckProblem): boolean =>
  (problem.severity ?? check.severity) !== 'minor'

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

/** A cell of tokens as the English has it; a path with the locale's own words and signs. */
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
