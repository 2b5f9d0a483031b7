/** Puts editions together into topics, and decides which edition of a locale is the current one. */
import type {Edition} from '../model/edition.ts'
import {isEnglish, isTranslation} from '../model/edition-language.ts'
import {compareBy, compareText} from '../model/order.ts'
import type {Diagnostic} from '../model/schema.ts'
import {foldSpace} from '../text/normalize.ts'
import {rowFigures} from './english/row-figures.ts'
import {movedStems} from './moved-documents.ts'

/** The editions of one topic, the most trusted structure first. */
export interface TopicGroup {
  /** Asset id, or `name:` and the documents' name. */
  key: string
  editions: Edition[]
  /** Edition id → id of the edition that replaces it. */
  supersededBy: Map<string, string>
}

/** Forms by how much of a topic they tell: English beside the text first. */
const FORM_ORDER = {bilingual: 0, 'bilingual-pipe': 1, human: 2, plain: 2, machine: 3, source: 4} as const

/** Groups editions by asset id; one without an asset id joins the topic of the documents that stand in its place. */
export const groupTopics = (editions: Edition[]): {topics: TopicGroup[]; diagnostics: Diagnostic[]} => {
  const sorted = editions.toSorted(compareBy((edition) => edition.info.path))
  const diagnostics: Diagnostic[] = []
  const moved = movedStems(sorted)
  const keyOf = topicKeys(sorted, ({stem}) => moved.get(stem) ?? stem)
  for (const edition of sorted) {
    const source = moved.get(edition.stem)
    if (source !== undefined) diagnostics.push(movedDocument(edition, source))
  }
  const groups = splitGroups(Map.groupBy(sorted, keyOf), diagnostics)

  const topics = [...groups]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, members]): TopicGroup => {
      const supersededBy = supersede(members)
      for (const edition of members) {
        const winner = supersededBy.get(edition.info.id)
        if (winner !== undefined) diagnostics.push(superseded(edition, winner))
      }
      return {key, editions: byTrust(members, supersededBy), supersededBy}
    })
  return {topics, diagnostics}
}

/**
 * What keeps topics apart: the asset id. A document without one is known by its place, the path without the locale, like
 * its editions in other locales, and by its name alone where it is the only one of that name beside them.
 */
const topicKeys = (
  editions: Edition[],
  stemOf: (edition: Edition) => string,
): ((edition: Edition) => string) => {
  const [keyOfStem, keyOfName] = [new Map<string, string>(), new Map<string, string>()]
  for (const edition of editions) {
    const {assetId, name} = edition
    if (assetId === null) continue
    const stem = stemOf(edition)
    if (!keyOfStem.has(stem)) keyOfStem.set(stem, assetId)
    if (!keyOfName.has(name)) keyOfName.set(name, assetId)
  }
  const nameless = editions.filter(({assetId}) => assetId === null)
  const stemsOf = Map.groupBy(nameless, ({name}) => name)
  const isAlone = (name: string): boolean =>
    new Set((stemsOf.get(name) ?? []).map(stemOf)).size === 1 || isOneFamily(stemsOf.get(name) ?? [])
  return (edition) => {
    const {assetId, name} = edition
    if (assetId !== null) return assetId
    const stem = stemOf(edition)
    const known = keyOfStem.get(stem)
    if (known !== undefined) return known
    return isAlone(name) ? (keyOfName.get(name) ?? `name:${name}`) : `name:${stem}`
  }
}

/** Whether documents of one name are one document in several languages although their folders differ: one a language, each alone. */
const isOneFamily = (editions: readonly Edition[]): boolean => {
  const stems = Map.groupBy(editions, ({stem}) => stem)
  const kinds = editions.map(({info}) => `${info.locale} ${info.form}`)
  const isTail = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`)
  const names = [...stems.keys()]
  return new Set(kinds).size === kinds.length && names.every((a) => names.every((b) => isTail(a, b)))
}

/**
 * Takes documents apart that state one asset id and are two: in one locale, in two places, with other titles and other
 * tables. Whoever copies a page as the start of another one copies its id, too.
 */
const splitGroups = (
  groups: ReadonlyMap<string, Edition[]>,
  diagnostics: Diagnostic[],
): Map<string, Edition[]> => {
  const split = new Map<string, Edition[]>()
  for (const [key, members] of groups) {
    const [first, ...others] = foreignStems(members)
    split.set(
      key,
      members.filter(({stem}) => !others.includes(stem)),
    )
    for (const stem of others) {
      const own = members.filter((edition) => edition.stem === stem)
      split.set(`${key} ${stem}`, own)
      for (const edition of own) diagnostics.push(sameAssetId(edition, key, first ?? ''))
    }
  }
  return split
}

/** Stems of a group whose documents are another document than those of the first stem, which comes first. */
const foreignStems = (members: readonly Edition[]): string[] => {
  const byStem = Map.groupBy(members, ({stem}) => stem)
  const [first] = [...byStem.keys()]
  if (first === undefined || byStem.size === 1) return []
  const own = byStem.get(first) ?? []
  const foreign = [...byStem].filter(
    ([stem, others]) =>
      stem !== first &&
      others.some((one) =>
        own.some((other) => one.info.locale === other.info.locale && areTwoDocuments(one, other)),
      ),
  )
  return [first, ...foreign.map(([stem]) => stem)]
}

/** Of the rows with figures of the document that has fewer of them at most so many stand in the other one. */
const MOST_SHARED = 0.5

const areTwoDocuments = (one: Edition, other: Edition): boolean => {
  const [title, otherTitle] = [one, other].map((each) => foldSpace(each.title.source ?? each.title.target))
  if (title === otherTitle) return false
  const [rows, otherRows] = [figuresOf(one), figuresOf(other)]
  const least = Math.min(rows.size, otherRows.size)
  return least > 0 && rows.intersection(otherRows).size <= MOST_SHARED * least
}

const figuresOf = ({tables}: Edition): Set<string> =>
  new Set(tables.flatMap(({rows}) => rows.flatMap((row) => rowFigures(row) ?? [])))

/** Of editions with the same locale and translation type the newest is current, of one revision the one with English. */
const supersede = (editions: Edition[]): Map<string, string> => {
  const rivals = new Map<string, Edition[]>()
  for (const edition of editions) {
    const key = `${edition.info.locale} ${edition.info.translationType}`
    rivals.set(key, [...(rivals.get(key) ?? []), edition])
  }
  const replaced = new Map<string, string>()
  for (const group of rivals.values()) {
    const [winner, ...others] = group.toSorted(
      (a, b) =>
        compareText(b.info.revision ?? '', a.info.revision ?? '') ||
        FORM_ORDER[a.info.form] - FORM_ORDER[b.info.form] ||
        compareText(a.info.path, b.info.path),
    )
    if (winner !== undefined) for (const {info} of others) replaced.set(info.id, winner.info.id)
  }
  return replaced
}

const byTrust = (editions: Edition[], supersededBy: Map<string, string>): Edition[] =>
  editions.toSorted(
    compareBy<Edition>(
      ({info}) => (supersededBy.has(info.id) ? 1 : 0),
      ({info}) => (isEnglish(info.locale) ? 0 : isTranslation(info.locale) ? 1 : 2),
      ({info}) => FORM_ORDER[info.form],
      ({tables}) => -tables.reduce((rows, table) => rows + table.rows.length, 0),
      ({info}) => info.path,
    ),
  )

const sameAssetId = ({info}: Edition, key: string, other: string): Diagnostic => ({
  place: {path: info.path, line: 1, column: 1},
  severity: 'warning',
  id: 'same-asset-id',
  message: `another document (“${other}”) with another title and other tables has the same asset id ${key}; taken as two topics`,
  hint: 'give the copy an asset id of its own',
})

const movedDocument = ({info}: Edition, source: string): Diagnostic => ({
  place: {path: info.path, line: 1, column: 1},
  severity: 'info',
  id: 'moved-document',
  message: `taken for a translation of “${source}”, the one English document of this name whose folders are like its own`,
  hint: 'move the translation beside it, or state one ms.assetid in both, if that is wrong',
})

const superseded = ({info}: Edition, winner: string): Diagnostic => ({
  place: {path: info.path, line: 1, column: 1},
  severity: 'info',
  id: 'superseded-edition',
  message: `another edition of this topic, locale and translation type is newer or holds the English: ${winner}`,
  hint: 'its rows are in the ledger; remove the older document if it is not needed',
})
