/** All titles of a topic, each with the English that a document states for it. */
import type {Edition, StatedTitle} from '../../model/edition.ts'
import {isEnglish, statusOfEdition, UNDETERMINED} from '../../model/edition-language.ts'
import type {Title} from '../../model/schema.ts'
import type {TopicGroup} from '../topics.ts'

/** In the order of trust of their editions; in each the title of the front matter first. */
export const buildTitles = ({editions, supersededBy}: TopicGroup, topic: string): Title[] => {
  const english = editions.find(
    ({info, titles}) => isEnglish(info.locale) && !supersededBy.has(info.id) && titles !== undefined,
  )
  return editions
    .filter(({info}) => info.locale !== UNDETERMINED)
    .flatMap(({info, titles = []}) =>
      titles.map((title): Title => {
        const source = sourceOf(title, titles, isEnglish(info.locale) ? undefined : english)
        return {
          id: `${info.id}#${title.from === 'heading' ? 'heading' : 'title'}`,
          edition: info.id,
          topic,
          locale: info.locale,
          from: title.from,
          ...source,
          target: title.target,
          published: title.target,
          status: statusOfEdition(info),
          findings: [],
          place: title.place,
        }
      }),
    )
}

/**
 * The English beside it, else what the English document states in the same place. Where each of the two has one title only,
 * these are one: a system that shows the title of the front matter as heading lets people write either.
 */
const sourceOf = (
  own: StatedTitle,
  beside: readonly StatedTitle[],
  english: Edition | undefined,
): Pick<Title, 'source' | 'sourceOrigin' | 'sourceFrom'> => {
  if (own.source !== null && own.source !== '')
    return {source: own.source, sourceOrigin: 'span', sourceFrom: null}
  const others = english?.titles ?? []
  const [first] = others
  const same =
    others.find(({from}) => from === own.from) ??
    (beside.length === 1 && others.length === 1 ? first : undefined)
  return english === undefined || same === undefined
    ? {source: null, sourceOrigin: null, sourceFrom: null}
    : {source: same.target, sourceOrigin: 'document', sourceFrom: english.info.id}
}
