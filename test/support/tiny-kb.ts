/**
 * A small, complete and valid knowledge base for tests: 2 topics, 3 locales, an external and an internal table each,
 * 6 rules a table, one corrected cell (with finding and evidence) and one cell with an open finding.
 */
import type {
  EditionInfo,
  Evidence,
  Finding,
  KnowledgeBase,
  LedgerEntry,
  LocalizedText,
  Row,
  Table,
  Text,
  Topic,
  Unit,
} from '../../src/model/schema.ts'
import {
  headerWords,
  headingWords,
  partnerRows,
  type TinyLocale,
  tinyEndpoints,
  tinyLocales,
  tinyRows,
  titles,
  type Words,
} from './tiny-kb-data.ts'
import {editionId, endpointWords, pathWords, place, rowFacts, sha} from './tiny-kb-rows.ts'

const topicRows = {'edge-with-nat': tinyRows, 'partner-chat': partnerRows}
type TopicId = keyof typeof topicRows

/** The cell that a correction changed: source of the first rule, where the machine wrote "each". */
export const correctedCell = {
  topic: 'edge-with-nat',
  table: 1,
  row: 1,
  column: 2,
  locale: 'zh-TW',
  found: '每',
}
/** The cell with an open finding: a torn port range for which no fix was accepted. */
export const openCell = {
  topic: 'edge-with-nat',
  table: 1,
  row: 5,
  column: 1,
  locale: 'fr-FR',
  found: 'A/V/RTP/59,999',
}

/** A new copy at each call, so that a test may change it. */
export function tinyKnowledgeBase(): KnowledgeBase {
  const editions: EditionInfo[] = []
  const units: Unit[] = []
  const findings: Finding[] = []
  const entries: LedgerEntry[] = []

  const finding = (
    unit: Unit,
    check: string,
    expected: string,
    evidence: Evidence[],
    fixed: boolean,
  ): Finding => ({
    id: `${check}:${unit.id}:1`,
    check,
    severity: 'critical',
    unit: unit.id,
    locale: unit.locale,
    place: unit.place,
    message: `Unexpected “${unit.target}”, expected “${expected}”`,
    actual: unit.target,
    expected,
    evidence,
    fix: fixed ? {text: expected, origin: 'memory', from: editionId('partner-chat', unit.locale)} : null,
  })

  const marks = (unit: Unit, says: Words): Finding[] => {
    const isCell = (cell: typeof correctedCell) =>
      unit.topic === cell.topic &&
      unit.table === cell.table &&
      unit.row === cell.row &&
      unit.column === cell.column
    const english: Evidence = {kind: 'english', locale: 'en', text: says.en, place: unit.place}
    const elsewhere: Evidence[] = tinyLocales
      .filter((locale) => locale !== unit.locale)
      .map((locale) => ({
        kind: 'locale',
        locale,
        text: says[locale],
        place: place(editionId(unit.topic, locale), unit.table, unit.row, unit.column),
      }))
    if (unit.locale === correctedCell.locale && isCell(correctedCell))
      return [
        finding(
          {...unit, target: correctedCell.found},
          'any-lost',
          says['zh-TW'],
          [english, ...elsewhere],
          true,
        ),
      ]
    if (unit.locale === openCell.locale && isCell(openCell))
      return [finding({...unit, target: openCell.found}, 'port-changed', says['fr-FR'], [english], false)]
    return []
  }

  const cell = (topic: TopicId, table: number, row: number, column: number, says: Words): Text => {
    const texts: Record<string, LocalizedText> = {}
    for (const locale of tinyLocales) {
      const edition = editionId(topic, locale)
      const base: Unit = {
        id: `${edition}#t${table}r${row}c${column}`,
        edition,
        topic,
        cell: `${topic}#t${table}r${row}c${column}`,
        locale,
        table,
        row,
        column,
        portTable: true,
        source: says.en,
        sourceOrigin: 'span',
        sourceFrom: null,
        target: says[locale],
        segments: [],
        published: says[locale],
        status: 'machine',
        findings: [],
        place: place(edition, table, row, column),
      }
      const found = marks(base, says)
      const target = found[0]?.actual ?? base.target
      const fixed = found.some((each) => each.fix !== null)
      const unit: Unit = {
        ...base,
        target,
        segments: [{ids: [sha(base.id).slice(0, 5)], source: says.en, target}],
        published: fixed ? base.published : target,
        status: fixed ? 'corrected' : 'machine',
        findings: found.map((each) => each.id),
      }
      units.push(unit)
      findings.push(...found)
      texts[locale] = {
        text: unit.published,
        status: unit.status,
        unit: unit.id,
        original: fixed ? target : null,
        findings: unit.findings,
      }
    }
    return {source: says.en, sourceOrigin: 'span', texts}
  }

  const prose = (says: Words): Text => ({
    source: says.en,
    sourceOrigin: 'span',
    texts: Object.fromEntries(
      tinyLocales.map((locale) => [
        locale,
        {
          text: says[locale],
          status: 'machine',
          unit: null,
          original: null,
          findings: [],
        } satisfies LocalizedText,
      ]),
    ),
  })

  const buildTable = (topic: TopicId, table: number, kind: 'external' | 'internal'): Table => {
    const header: Row = {
      row: 0,
      rules: [],
      cells: [headerWords.path, headerWords.source, headerWords.destination, headerWords.notes].map(
        (says, at) => cell(topic, table, 0, at + 1, says),
      ),
    }
    const rows = topicRows[topic][kind].map((each, index): Row => {
      const facts = rowFacts(each)
      const says = [pathWords(each), endpointWords(each[5]), endpointWords(each[6]), each[8]]
      return {
        row: index + 1,
        rules: [{id: `r-${sha(`${topic} ${JSON.stringify(facts)}`).slice(0, 10)}`, facts, anomalies: []}],
        cells: says.map((text, at) => cell(topic, table, index + 1, at + 1, text)),
      }
    })
    for (const locale of tinyLocales) {
      const edition = editionId(topic, locale)
      entries.push({place: place(edition, table, 0, 1), edition, table, row: 0, reason: 'header'})
    }
    return {
      table,
      heading: prose(headingWords[kind]),
      portTable: true,
      purpose: 'open' as const,
      evidence: ['the header has a column for ports'],
      interface: kind,
      columns: ['path', 'source', 'destination', 'notes'],
      header,
      rows,
    }
  }

  const buildTopic = (id: TopicId): Topic => {
    for (const locale of tinyLocales) {
      const path = editionId(id, locale)
      editions.push({
        id: path,
        path,
        locale,
        form: 'bilingual',
        translationType: 'machine',
        revision: '2016-12-08',
        topic: id,
        supersededBy: null,
      })
    }
    const block = (
      locale: TinyLocale,
      table: number | null,
      text: Words | null,
    ): Topic['prose'][string][number] => ({
      kind: table === null ? 'heading' : 'table',
      depth: table === null ? 2 : 0,
      source: text?.en ?? null,
      markdown: text?.[locale] ?? '',
      table,
      place: place(editionId(id, locale), table ?? 1, 0, 1),
    })
    return {
      id,
      key: sha(id).slice(0, 32),
      title: prose(titles[id]),
      editions: tinyLocales.map((locale) => editionId(id, locale)),
      prose: Object.fromEntries(
        tinyLocales.map((locale) => [
          locale,
          [
            block(locale, null, headingWords.external),
            block(locale, 1, null),
            block(locale, null, headingWords.internal),
            block(locale, 2, null),
          ],
        ]),
      ),
      tables: [buildTable(id, 1, 'external'), buildTable(id, 2, 'internal')],
    }
  }

  const topics = [buildTopic('edge-with-nat'), buildTopic('partner-chat')]
  const byId = (a: {id: string}, b: {id: string}) => (a.id < b.id ? -1 : 1)
  const published =
    topics.flatMap((topic) => topic.tables.flatMap((table) => table.rows)).length * tinyLocales.length
  return {
    schema: 2,
    locales: [...tinyLocales],
    editions: editions.toSorted(byId),
    endpoints: tinyEndpoints.map((each) => ({...each, names: {...each.names}})),
    topics,
    units: units.toSorted(byId),
    passages: [],
    titles: [],
    findings: findings.toSorted(byId),
    ledger: {read: published + entries.length, published, entries},
    diagnostics: [],
  }
}
