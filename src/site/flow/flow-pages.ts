/** Which topics have a flow picture, and what its files are made of. */
import {topicFlowRules} from '../../compare/flow/picture.ts'
import type {Topic} from '../../model/schema.ts'
import {rulesOf} from '../../model/topic-rules.ts'
import {dataset} from '../dataset/dataset.ts'
import {createPage, inEveryLocale} from '../layout/page-context.ts'
import {pageReader, spoken} from '../shared/page-reader.ts'
import type {FlowFile} from './flow-file.ts'

/** Paths of the files of all topics that have rules. */
export const pathsOfFlowFiles = () =>
  inEveryLocale(
    dataset.topics
      .filter((topic) => rulesOf(topic).length > 0)
      .map((topic) => ({params: {topic: topic.id}, props: {topic}})),
  )

/** English where a path names no language. */
export function flowFileOf(topic: Topic, locale = 'en'): FlowFile {
  const page = createPage(locale, `topics/${topic.id}/flows/`)
  const {text} = spoken(topic.title, page.locale)
  return {
    rules: topicFlowRules(topic, () => ''),
    title: text,
    isMarked: false,
    zones: dataset.kb.endpoints,
    reader: pageReader(page),
  }
}
