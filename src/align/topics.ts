/** Puts editions together into topics, and decides which edition of a locale is the current one. */
import type {Edition} from '../model/edition.ts'
import {isEnglish, isTranslation} from '../model/edition-language.ts'
import {compareBy, compareText} from '../model/order.ts'
import type {Diagnostic} from '../model/schema.ts'

/** The editions of one topic, the most trusted structure first. */
export interface TopicGroup {
  /** Asset id, or `name:` and the documents' name. */
  key: string
  editions: Edition[]
  /** Edition id → id of the edition that replaces it. */
  supersededBy: Map<string, string>
}

/** Forms by how much of a topic they tell: English beside the text first. */
const FORM_ORDER = {bilingual: 0, 'bilingual-pipe': 1, human: 2, machine: 3} as const

/** Groups editions by asset id; one without an asset id joins the topic whose documents have its name. */
export const groupTopics = (editions: Edition[]): {topics: TopicGroup[]; diagnostics: Diagnostic[]} => {
  const sorted = editions.toSorted(compareBy((edition) => edition.info.path))
  const diagnostics: Diagnostic[] = []
  const keyOf = topicKeys(sorted)
  const groups = Map.groupBy(sorted, keyOf)
  for (const edition of sorted) {
    const key = keyOf(edition)
    if (edition.assetId === null && !key.startsWith('name:')) diagnostics.push(assumedTopic(edition, key))
  }

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
 * What keeps topics apart: the asset id. A document without one is known by its name, like its editions in other
 * locales; where documents of one locale and kind share a name, their folders tell them apart.
 */
const topicKeys = (editions: Edition[]): ((edition: Edition) => string) => {
  const keyOfName = new Map<string, string>()
  for (const {assetId, name} of editions)
    if (assetId !== null && !keyOfName.has(name)) keyOfName.set(name, assetId)
  const nameless = editions.filter(({assetId}) => assetId === null)
  const ambiguous = new Set(
    [...Map.groupBy(nameless, ({name, info}) => `${info.locale} ${info.form} ${name}`).values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map(({name}) => name)),
  )
  return ({assetId, name, info}) => {
    if (assetId !== null) return assetId
    if (ambiguous.has(name)) return `name:${[...ownFolders(info), name].join('/')}`
    return keyOfName.get(name) ?? `name:${name}`
  }
}

/** Folders of a document that don't tell its locale or form. */
const ownFolders = ({path, locale}: Edition['info']): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .filter(
      (folder) =>
        folder.toLowerCase() !== locale.toLowerCase() && !Object.hasOwn(FORM_ORDER, folder.toLowerCase()),
    )

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

const assumedTopic = ({info}: Edition, key: string): Diagnostic => ({
  place: {path: info.path, line: 1, column: 1},
  severity: 'info',
  id: 'assumed-topic',
  message: `no asset id; taken as an edition of “${key}” by its file name`,
  hint: 'add ms:assetid to the front matter, the same in every language of the topic',
})

const superseded = ({info}: Edition, winner: string): Diagnostic => ({
  place: {path: info.path, line: 1, column: 1},
  severity: 'info',
  id: 'superseded-edition',
  message: `another edition of this topic, locale and translation type is newer or holds the English: ${winner}`,
  hint: 'its rows are in the ledger; remove the older document if it is not needed',
})
