/** Links between documents: to the page of the topic that a document belongs to. */
import {dataset} from '../dataset/dataset.ts'
import type {Page} from '../layout/page-context.ts'
import type {ResolveLink} from './prose-html.ts'

const fileName = (path: string) => path.replace(/[?#].*$/, '').replace(/^.*\//, '')

/** Of all pages, so that it is made once. */
let topicByFile: ReadonlyMap<string, string> | undefined

function findTopics(): ReadonlyMap<string, string> {
  const shown = new Set(dataset.topics.map((topic) => topic.id))
  return new Map(
    dataset.kb.editions
      .filter((edition) => shown.has(edition.topic))
      .map((edition) => [fileName(edition.path), edition.topic]),
  )
}

export function linkResolver(page: Page): ResolveLink {
  return (href) => {
    topicByFile ??= findTopics()
    const topic = topicByFile.get(fileName(href))
    return topic === undefined ? null : page.to(`topics/${topic}/`)
  }
}
