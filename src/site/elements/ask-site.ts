/** What an element asks the site for, each file once however many elements of a page need it. */
import type {ElementLanguage, ElementTopic} from './element-data.ts'

const asked = new Map<string, Promise<unknown>>()

/** @throws Error where the file can't be had; it is asked for anew the next time */
export function askSite<Data>(address: URL, holds: keyof Data & string): Promise<Data> {
  const known = asked.get(address.href)
  const answer = known ?? load(address, holds)
  asked.set(address.href, answer)
  if (known === undefined) answer.catch(() => asked.delete(address.href))
  // What the site wrote; an older one lacks what is asked for, which is told above.
  return answer as Promise<Data>
}

async function load(address: URL, holds: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address.href}: expected a file, found status ${response.status}`)
  const data: unknown = await response.json()
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, holds))
    throw new Error(`${address.href}: expected an object with “${holds}”, found something else`)
  return data
}

/** Where a topic's file lies in the site. */
export interface TopicAddress {
  file: URL
  /** Of the site; ends with `/`. */
  root: URL
  id: string
}

/** @param folder in which the site has the files: `data/topics` or `compare` @throws Error for another address */
export function topicAddress(src: string | null, folder: string): TopicAddress {
  const file = URL.parse(src ?? '', document.baseURI)
  const [, root, id] = new RegExp(`^(.*/)${folder}/([^/]+)\\.json$`).exec(file?.pathname ?? '') ?? []
  if (file === null || root === undefined || id === undefined || !/^https?:$/.test(file.protocol))
    throw new Error(`expected the address of a file ${folder}/ID.json of the site, found “${src ?? ''}”`)
  return {file, root: new URL(root, file), id: decodeURIComponent(id)}
}

export const askTopic = ({root, id}: TopicAddress): Promise<ElementTopic> =>
  askSite(new URL(`elements/topics/${encodeURIComponent(id)}.json`, root), 'endpoints')

export const askLanguage = (root: URL, locale: string): Promise<ElementLanguage> =>
  askSite(new URL(`elements/${locale}.json`, root), 'texts')
