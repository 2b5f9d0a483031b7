/** Links between documents: to the page of the topic that a document belongs to. */
import {dataset} from '../dataset.ts'
import type {Page} from '../page.ts'
import type {ResolveLink} from './prose.ts'

const fileName = (path: string) => path.replace(/[?#].*$/, '').replace(/^.*\//, '')

let topicByFile: ReadonlyMap<string, string> | undefined

export function linkResolver(page: Page): ResolveLink {
  const shown = new Set(dataset.topics.map((topic) => topic.id))
  topicByFile ??= new Map(
    dataset.kb.editions
      .filter((edition) => shown.has(edition.topic))
      .map((edition) => [fileName(edition.path), edition.topic]),
  )
  const files = topicByFile
  return (href) => {
    const topic = files.get(fileName(href))
    return topic === undefined ? null : page.to(`topics/${topic}/`)
  }
}
