/** Title and prose of a topic in each language. */
import type {Edition} from '../../model/edition.ts'
import {isEnglish, isTranslation, statusOfEdition} from '../../model/edition-language.ts'
import type {Block, Text, Topic} from '../../model/schema.ts'
import type {MergedTable} from '../merge.ts'
import type {TopicGroup} from '../topics.ts'
import {chooseText} from '../units.ts'
import {passageId} from './build-passages.ts'

/** Title in all languages; English from the first edition that has it, else null. */
export const buildTitle = ({editions}: TopicGroup, slug: string): Text => {
  const inEnglish = editions.find(({title}) => title.source !== null && title.source !== '')
  const source = inEnglish?.title.source ?? null
  const origin = inEnglish === undefined ? null : isEnglish(inEnglish.info.locale) ? 'document' : 'span'
  const texts = chooseText(
    editions.map(({info, title}) => ({
      locale: info.locale,
      text: title.target === '' ? (title.source ?? slug) : title.target,
      status: statusOfEdition(info),
    })),
  )
  return {source, sourceOrigin: origin, texts}
}

/**
 * Prose per locale from its best edition (human first), and `en` from the first edition with English beside it. */
export const buildProse = (
  {editions, supersededBy}: TopicGroup,
  merged: MergedTable[],
  passages: ReadonlySet<string>,
): Topic['prose'] => {
  const numberOf = tableNumbers(merged)
  const prose = new Map<string, Topic['prose'][string]>()
  const english = editions.find(({blocks}) => blocks.some(({source}) => source !== null))
  if (english)
    prose.set(
      'en',
      renumber(english, numberOf).filter(({kind, source}) => kind === 'table' || source !== null),
    )
  const locales = [...Map.groupBy(editions, ({info}) => info.locale)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [locale, rivals] of locales) {
    if (!isTranslation(locale)) continue
    const current = rivals.filter(({info}) => !supersededBy.has(info.id))
    const chosen = current.find(({info}) => info.translationType === 'human') ?? current[0] ?? rivals[0]
    if (chosen) prose.set(locale, renumber(chosen, numberOf).map(named(chosen.info.id, passages)))
  }
  return Object.fromEntries(prose)
}

/** Adds the id of its passage to a block that has one. */
const named =
  (edition: string, passages: ReadonlySet<string>) =>
  (block: Block, index: number): Block => {
    const passage = passageId(edition, index)
    return passages.has(passage) ? {...block, passage} : block
  }

type TableNumbers = Map<string, number>

const tableNumbers = (merged: MergedTable[]): TableNumbers =>
  new Map(
    merged.flatMap(({tables}, index) =>
      [...tables].map(([id, {table}]) => [`${id}\n${table}`, index + 1] as const),
    ),
  )

const renumber = ({info, blocks}: Edition, numbers: TableNumbers): Block[] =>
  blocks.map((block) =>
    block.table === null
      ? block
      : {...block, table: numbers.get(`${info.id}\n${block.table}`) ?? block.table},
  )
