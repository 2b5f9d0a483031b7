/** Publishes: for each unit its own text or the correction, for each cell and locale the text of the best unit. */
import {statusOfEdition} from '../../model/edition-language.ts'
import type {
  Finding,
  Fix,
  KnowledgeBase,
  LocalizedText,
  Status,
  Text,
  Topic,
  Unit,
} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'

const grave = new Set(['critical', 'major'])

/** Checks whose errors leave a text that tells more than the English would. */
const readable = new Set(['bracket', 'acronym', 'name-spacing', 'punctuation', 'full-width'])

/** What other texts say more, or another choice of words, is no reason to put English over a text of a person. */
const comparing = new Set(['divergence', 'qualifier', 'unsupported-rendering'])

/** What of a finding tells how grave it is for a reader. */
type Graded = Pick<Finding, 'severity' | 'check'> & Partial<Pick<Finding, 'actual' | 'expected'>>

/** Two English texts may well mean the same to the person who has one text for both. */
const sharesText = ({check}: Graded): boolean => check === 'other-cell'

/** A person who tells a text again leaves a name of the English away, and says the rest in the reader's language. */
const leavesName = ({check, actual}: Graded): boolean => check === 'file-or-command' && actual === ''

/** “Between” for “from … to …” leaves the direction open, and says all the rest in the reader's language. */
const leavesOpen = ({severity, check, expected}: Graded): boolean =>
  check === 'direction' && severity === 'major' && expected === ''

/** The error is such that English serves the reader better. */
export const isUnreadable = (finding: Graded, personal = false): boolean => {
  const {severity, check} = finding
  return (
    grave.has(severity) &&
    !readable.has(check) &&
    !leavesOpen(finding) &&
    !(personal && (leavesName(finding) || sharesText(finding))) &&
    !((personal || severity !== 'critical') && comparing.has(check))
  )
}

/** Of a unit or a title, what is published in its place and why. */
type Publishable = Pick<
  Unit,
  'id' | 'edition' | 'source' | 'sourceOrigin' | 'target' | 'published' | 'status' | 'findings'
>

/** Units with what is published in their place, its status, and the findings that say why. */
export const publishUnits = <T extends Publishable>(
  kb: {units: readonly T[]; editions: KnowledgeBase['editions']},
  findings: readonly Finding[],
): T[] => {
  const byUnit = Map.groupBy(findings, ({unit}) => unit)
  const typeOf = new Map(kb.editions.map((edition) => [edition.id, statusOfEdition(edition)]))
  return kb.units.map((unit) => {
    const own = byUnit.get(unit.id)
    if (own === undefined) return unit.findings.length === 0 ? unit : {...unit, findings: []}
    const fix = own[0]?.fix ?? null
    const ids = own.map(({id}) => id)
    if (fix !== null) {
      return {...unit, published: fix.text, status: statusOf(fix, typeOf), findings: ids}
    }
    const english = statedSource(unit)
    if (
      english !== null &&
      english !== unit.target &&
      own.some((finding) => isUnreadable(finding, typeOf.get(unit.edition) !== 'machine'))
    ) {
      return {...unit, published: english, status: 'source', findings: ids}
    }
    return {...unit, findings: ids}
  })
}

const statusOf = ({origin, from}: Fix, typeOf: ReadonlyMap<string, Status>): Status => {
  switch (origin) {
    case 'human':
      return 'human'
    case 'revision':
      return typeOf.get(from ?? '') ?? 'machine'
    case 'memory':
      return 'memory'
    case 'source':
      return 'source'
    default:
      return 'corrected'
  }
}

/** Topics whose table texts are those of their units as published. */
export const publishTexts = (kb: Pick<KnowledgeBase, 'topics'>, units: readonly Unit[]): Topic[] => {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const publish = (text: Text): Text => {
    let texts = text.texts
    for (const [locale, own] of Object.entries(text.texts)) {
      const published = publishText(own, byId.get(own.unit ?? ''))
      if (published !== own) texts = {...texts, [locale]: published}
    }
    return texts === text.texts ? text : {...text, texts}
  }
  return kb.topics.map((topic) => ({
    ...topic,
    tables: topic.tables.map((table) => ({
      ...table,
      header: table.header && {...table.header, cells: table.header.cells.map(publish)},
      rows: table.rows.map((row) => ({...row, cells: row.cells.map(publish)})),
    })),
  }))
}

const publishText = (own: LocalizedText, unit: Unit | undefined): LocalizedText => {
  if (unit === undefined || unit.findings.length === 0) return own
  return {
    text: unit.published,
    status: unit.status,
    unit: unit.id,
    original: unit.published === unit.target ? null : unit.target,
    findings: unit.findings,
  }
}
