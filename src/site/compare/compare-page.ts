/** The data of a page that compares: its reader, and its topics, loaded when they aren't in the page. */
import {lookUp} from '../../text/look-up.ts'
import {countedText, fillText} from '../shared/fill-text.ts'
import type {Reader} from '../shared/reader.ts'
import type {CompareData} from './compare-data.ts'
import type {Side} from './compare-diff.ts'
import type {CompareTopic} from './compare-topic.ts'

const root = new URL(document.documentElement.dataset['root'] ?? './', document.baseURI)

export const data: CompareData = JSON.parse(document.querySelector('[data-compare]')?.textContent ?? '{}')
const {locale, texts} = data

export const reader: Reader = {
  locale,
  textLang: data.textLang,
  t: (key, values = {}) => fillText(texts[key] ?? key, values),
  count: countedText(texts, data.textLang ?? locale),
  to: (path) => new URL(`${locale}/${path}`, root).href,
  endpoints: new Map(data.endpoints.map((endpoint) => [endpoint.id, endpoint])),
}

const loaded = new Map(data.atHand.map((topic) => [topic.id, topic]))

/** @throws when the site can't be reached; asks only for topics that there are */
export async function loadTopic(id: string): Promise<CompareTopic> {
  const known = loaded.get(id)
  if (known !== undefined) return known
  const response = await fetch(new URL(`compare/${encodeURIComponent(id)}.json`, root))
  if (!response.ok) throw new Error(`compare/${id}.json: status ${response.status}`)
  const topic: CompareTopic = await response.json()
  loaded.set(id, topic)
  return topic
}

export const sideOf = ({id, titles}: CompareTopic): Side => ({
  id,
  title: lookUp(titles, locale) ?? {text: id, lang: 'en'},
})

/** Says something in the page's line for messages; nothing clears it. */
export function say(...messages: string[]): void {
  const line = document.querySelector('[data-message]')
  if (line !== null) line.textContent = messages.join(' ')
}
