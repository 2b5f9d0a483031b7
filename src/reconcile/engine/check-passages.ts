/**
 * Asks the checks that make sense for prose of each passage, sentence by sentence, and publishes the passage with what
 * could be corrected.
 */
import type {Block, Evidence, Finding, Fix, KnowledgeBase, Passage, Topic} from '../../model/schema.ts'
import {isStated} from '../../model/stated.ts'
import {ask, askAbout, problemsOf} from './ask.ts'
import type {Asked, CheckProblem} from './check.ts'
import type {CheckUnit} from './check-unit.ts'
import {findingOf} from './check-units.ts'
import type {Context} from './context.ts'
import {proseProblemsOf} from './prose-checks.ts'
import type {Reference} from './reference.ts'
import {type JudgedSegment, standsAlone} from './sentence-neighbours.ts'

export interface CheckedPassages {
  passages: Passage[]
  findings: Finding[]
}

/** Sentences of all passages as evidence for each other: those whose English is stated. */
export const passageReferences = ({
  passages,
  editions,
}: Pick<KnowledgeBase, 'passages' | 'editions'>): Reference[] => {
  const human = new Set(editions.filter(({translationType}) => translationType === 'human').map(({id}) => id))
  const stated = passages.filter(({sourceOrigin}) => isStated(sourceOrigin))
  return stated.flatMap(({segments, locale, edition, id, place}) =>
    segments.flatMap(({source, target}): Reference[] =>
      source === null || target === ''
        ? []
        : [{locale, source, target, human: human.has(edition), edition, unit: id, cell: null, place}],
    ),
  )
}

/** Passages as published, and what was found in them. */
export const checkPassages = (passages: readonly Passage[], context: Context): CheckedPassages => {
  const checked = passages.map((passage) => {
    try {
      return checkPassage(passage, context)
    } catch (error) {
      context.faults.add(error, passage.place, 'the passage could not be checked')
      return {passage, findings: []}
    }
  })
  return {
    passages: checked.map(({passage}) => passage),
    findings: checked.flatMap(({findings}) => findings),
  }
}

const checkPassage = (passage: Passage, context: Context): {passage: Passage; findings: Finding[]} => {
  // A sentence that only resembles another one may well say something else.
  if (!isStated(passage.sourceOrigin)) return {passage, findings: []}
  const judged = passage.segments.map((segment, index) => {
    const {source, target} = segment
    const asked =
      source === null || target === '' ? null : ask(unitOf(passage, source, target, index), context)
    return {segment, asked, problems: asked ? proseProblemsOf(asked) : []}
  })
  const checked = judged.flatMap(({asked}, index) => {
    const problems = believed(passage, index, judged, context)
    return asked && problems.length > 0 ? [{asked, index, problems, fix: fixOf(asked, problems)}] : []
  })
  if (checked.length === 0) return {passage, findings: []}
  const published = publish(passage, checked)
  const fix: Fix | null =
    published.status === 'corrected' ? {text: published.published, origin: 'repair', from: null} : null
  const findings = checked.flatMap(({asked, problems}) => findingsOf(passage, asked, problems, fix))
  return {passage: {...published, findings: findings.map(({id}) => id)}, findings}
}

/** The problems of a sentence without what the sentences beside it say; only what is missing from the three together is. */
const believed = (
  passage: Passage,
  index: number,
  judged: readonly JudgedSegment[],
  context: Context,
): CheckProblem[] => {
  const first = Math.max(0, index - 1)
  const near = judged.slice(first, index + 2)
  const problems = judged[index]?.problems ?? []
  if (passage.sourceOrigin !== 'document' || problems.length === 0 || near.length === 1) return problems
  const joined = (texts: readonly (string | null)[]): string => texts.filter(Boolean).join(' ')
  const unit = unitOf(
    passage,
    joined(near.map(({segment}) => segment.source)),
    joined(near.map(({segment}) => segment.target)),
    index,
  )
  const asked = ask(unit, context)
  const whole = asked === null ? [] : problemsOf(asked)
  return problems.filter(
    (found) => standsAlone(found, near, index - first) || whole.some((other) => isSame(found, other)),
  )
}

/** The same check misses the same piece, or finds the same one too many. */
const isSame = ({check, problem: {actual, expected}}: CheckProblem, other: CheckProblem): boolean =>
  check === other.check &&
  (expected === '' ? actual === other.problem.actual : expected === other.problem.expected)

interface CheckedSentence {
  asked: Asked
  /** Of its segment. */
  index: number
  problems: CheckProblem[]
  /** The whole sentence corrected; null when nothing safe is known. */
  fix: string | null
}

const unitOf = (
  {id, locale, edition, status, sourceOrigin, place}: Passage,
  source: string,
  target: string,
  index: number,
): CheckUnit => ({
  id: `${id}s${index + 1}`,
  locale,
  source,
  target,
  header: false,
  place,
  edition,
  human: status === 'human',
  retold: sourceOrigin === 'document' && (status === 'human' || status === 'translated'),
})

/** The same English sentence in another document, human ones first, else a repair; whatever passes the same checks. */
const fixOf = (asked: Asked, problems: readonly CheckProblem[]): string | null => {
  const {unit, context} = asked
  const known = context
    .memory(unit.source ?? '')
    .filter(({source, target}) => source === unit.source && target !== unit.target)
    .toSorted((a, b) => Number(b.human) - Number(a.human))
    .map(({target}) => target)
  const repaired = problems
    .map(({check, problem}) => check.fix(asked, problem))
    .filter((text) => text !== null)
  const candidates = [...known, ...repaired]
  return candidates.find((text) => proseProblemsOf(askAbout(asked, text)).length === 0) ?? null
}

/** What nothing safe is known for stays as it is, beside its finding: English over a paragraph takes more than it gives. */
const publish = (passage: Passage, checked: readonly CheckedSentence[]): Passage => {
  let text = passage.target
  const segments = [...passage.segments]
  for (const {asked, index, fix} of checked) {
    const {target} = asked.unit
    const segment = segments[index]
    if (fix === null || segment === undefined || text.split(target).length !== 2) continue
    text = text.replace(target, () => fix)
    segments[index] = {...segment, published: fix}
  }
  return text === passage.target ? passage : {...passage, segments, published: text, status: 'corrected'}
}

const findingsOf = (
  passage: Passage,
  {unit}: Asked,
  problems: readonly CheckProblem[],
  fix: Fix | null,
): Finding[] => {
  const counts = new Map<string, number>()
  const evidence: Evidence[] = [{kind: 'english', locale: 'en', text: unit.source ?? '', place: null}]
  return problems.map((seen) => {
    const count = (counts.get(seen.check.id) ?? 0) + 1
    counts.set(seen.check.id, count)
    return {...findingOf(unit, seen, count, evidence, fix), unit: passage.id}
  })
}

/** Topics whose prose is that of their passages as published. */
export const publishProse = (topics: readonly Topic[], passages: readonly Passage[]): Topic[] => {
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  return topics.map((topic) => ({
    ...topic,
    prose: Object.fromEntries(
      Object.entries(topic.prose).map(([locale, blocks]) => [
        locale,
        blocks.map((block) => publishBlock(block, byId.get(block.passage ?? ''))),
      ]),
    ),
  }))
}

const publishBlock = (block: Block, passage: Passage | undefined): Block => {
  if (passage === undefined) return block
  const {source, sourceOrigin, published, target, status, findings} = passage
  if (findings.length === 0) return {...block, source, sourceOrigin}
  const changed = published === target ? {} : {original: target}
  return {...block, source, sourceOrigin, markdown: published, status, findings, ...changed}
}
