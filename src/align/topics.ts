/** Puts editions together into topics, and decides which edition of a locale is the current one. */
import type {Edition} from '../model/edition.ts'
import {isEnglish, isTranslation} from '../model/edition-language.ts'
import {compareBy, compareText} from '../model/order.ts'
import type {Diagnostic} from '../model/schema.ts'
import {memoize} from '../text/memoize.ts'
import {foldSpace} from '../text/normalize.ts'
import {movedStems} from './moved-documents.ts'
import {haveOtherTables, isNearerTo} from './shared-figures.ts'

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
  const isAlone = memoize(
    (name: string): boolean =>
      new Set((stemsOf.get(name) ?? []).map(stemOf)).size === 1 || isOneFamily(stemsOf.get(name) ?? []),
    stemsOf.size,
  )
  return (edition) => {
    const {assetId, name} = edition
    if (assetId !== null) return assetId
    const stem = stemOf(edition)
    const known = keyOfStem.get(stem)
    if (known !== undefined) return known
    return isAlone(name) ? (keyOfName.get(name) ?? `name:${name}`) : `name:${stem}`
  }
}

/** Whether documents of one name are one document in several languages although their folders differ: one a language, each alone, of like tables. */
const isOneFamily = (editions: readonly Edition[]): boolean => {
  const stems = Map.groupBy(editions, ({stem}) => stem)
  const kinds = editions.map(({info}) => `${info.locale} ${info.form}`)
  const isTail = (a: string, b: string): boolean => a === b || a.endsWith(`/${b}`) || b.endsWith(`/${a}`)
  const names = [...stems.keys()]
  return (
    new Set(kinds).size === kinds.length &&
    names.every((a) => names.every((b) => isTail(a, b))) &&
    editions.every((a) => editions.every((b) => a.stem === b.stem || !haveOtherTables(a, b)))
  )
}

/**
 * Takes documents apart that state one asset id and are two: in one locale, in two places, with other titles, and with other
 * tables or translations of their own. Whoever copies a page as the start of another one, or of the page of the next release,
 * copies its id, too. Translations go with the document whose name they have.
 */
const splitGroups = (
  groups: ReadonlyMap<string, Edition[]>,
  diagnostics: Diagnostic[],
): Map<string, Edition[]> => {
  const split = new Map<string, Edition[]>()
  for (const [key, members] of groups) {
    const foreign = foreignDocuments(members)
    const others = new Set(foreign.flat())
    const own = members.filter((edition) => !others.has(edition))
    split.set(key, own)
    for (const document of foreign) {
      split.set(`${key} ${document[0]?.stem ?? ''}`, document)
      for (const edition of document) diagnostics.push(sameAssetId(edition, key, own[0]?.stem ?? ''))
    }
  }
  return split
}

/**
 * Of a group the documents that are others than the first one of their locale, each with what stands in its place or has its name
 * in other locales.
 */
const foreignDocuments = (members: readonly Edition[]): Edition[][] => {
  const main = members.find(({info}) => isEnglish(info.locale)) ?? members[0]
  const firsts = new Map<string, Edition>()
  for (const edition of members) {
    const first = firsts.get(edition.info.locale)
    if (first === undefined || likeness(edition, main) > likeness(first, main))
      firsts.set(edition.info.locale, edition)
  }
  const named = Map.groupBy(members, ({name}) => name)
  const isTranslated = ({name, info}: Edition): boolean =>
    (named.get(name) ?? []).some((other) => other.info.locale !== info.locale)
  const foreign = members.filter((edition) => {
    const first = firsts.get(edition.info.locale)
    return first !== undefined && first.stem !== edition.stem && areTwo(first, edition, isTranslated)
  })
  const documents = documentsOf(foreign)
  for (const edition of new Set(members).difference(new Set(foreign))) {
    if (main === undefined || edition.stem === main.stem) continue
    const own = documents.find(([other]) => other?.stem === edition.stem)
    const alike = documents.filter((document) =>
      edition.name === main.name
        ? false
        : document.some((other) => other.name === edition.name || isNearerTo(edition, other, main)),
    )
    const [only, another] = alike
    const document = own ?? (another === undefined ? only : undefined)
    if (document && areApart([...document, edition])) document.push(edition)
  }
  return documents
}

/** 2 for a document in the place of another one, 1 for one of its name alone. */
const likeness = ({stem, name}: Edition, other: Edition | undefined): number =>
  stem === other?.stem ? 2 : name === other?.name ? 1 : 0

/** Editions by their places; those of one name in several places are one document where no two of them share a locale. */
const documentsOf = (editions: readonly Edition[]): Edition[][] =>
  [...Map.groupBy(editions, ({name}) => name).values()].flatMap((named) =>
    areApart(named) ? [named] : [...Map.groupBy(named, ({stem}) => stem).values()],
  )

/** Whether editions of one locale stand in one place, as those of a person and of a machine may. */
const areApart = (editions: readonly Edition[]): boolean =>
  [...Map.groupBy(editions, ({info}) => info.locale).values()].every(
    (own) => new Set(own.map(({stem}) => stem)).size === 1,
  )

/** Whether two documents of one locale are two, and not one that was revised. */
const areTwo = (one: Edition, other: Edition, isTranslated: (edition: Edition) => boolean): boolean =>
  haveOtherTitles(one, other) &&
  (haveOtherTables(one, other) ||
    // Two releases of a translation are evidence for each other; of English, one alone is what was translated.
    (isEnglish(one.info.locale) && one.name !== other.name && (isTranslated(one) || isTranslated(other))))

const haveOtherTitles = (one: Edition, other: Edition): boolean => {
  const [title, otherTitle] = [one, other].map((each) => foldSpace(each.title.source ?? each.title.target))
  return title !== otherTitle
}

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
  message: `another document (“${other}”) with another title, and with other tables or translations of its own, has the same asset id ${key}; taken as two topics`,
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
