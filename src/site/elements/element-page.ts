/** What views need of a page, from what the site told an element. */
import {namesOfQualifiers} from '../../facts/endpoints/qualifier-names.ts'
import {formatLocale} from '../../text/format-locale.ts'
import {lookUp} from '../../text/look-up.ts'
import type {TableSource} from '../dataset/table-source.ts'
import type {Page} from '../layout/page-context.ts'
import {countedText, fillText} from '../shared/fill-text.ts'
import type {Reader} from '../shared/reader.ts'
import type {ElementLanguage, ElementTopic} from './element-data.ts'

export function elementPage(language: ElementLanguage, root: URL): Page {
  const {locale, textLang, texts, checks} = language
  addQualifiers(language)
  const format = new Intl.NumberFormat(formatLocale(locale))
  const file = (path: string) => new URL(path, root).href
  return {
    locale,
    path: '',
    t: Object.assign((key: string, values = {}) => fillText(lookUp(texts, key) ?? key, values), {
      lang: () => textLang ?? locale,
    }),
    textLang,
    count: countedText(texts, textLang ?? locale),
    number: (value) => format.format(value),
    checkTitle: (id) => lookUp(checks, id) ?? id,
    file,
    to: (path) => file(`${locale}/${path}`),
    inLocale: (other, path = '') => file(`${other}/${path}`),
  }
}

/** The script has no names of its own: elements of several languages may stand in a page. */
function addQualifiers({locale, qualifiers}: ElementLanguage): void {
  for (const [id, name] of Object.entries(qualifiers)) {
    const value = {...lookUp(namesOfQualifiers, id), [locale]: name}
    // An id may be called as anything, `__proto__` too.
    Object.defineProperty(namesOfQualifiers, id, {value, enumerable: true, configurable: true})
  }
}

export const elementReader = (page: Page, topics: readonly ElementTopic[]): Reader => ({
  ...page,
  endpoints: endpointsOf(topics),
})

const endpointsOf = (topics: readonly ElementTopic[]): TableSource['endpoints'] =>
  new Map(topics.flatMap(({endpoints}) => endpoints.map((endpoint) => [endpoint.id, endpoint])))

const nothing: ReadonlyMap<string, readonly string[]> = new Map()

export const elementSource = (topic: ElementTopic): TableSource => ({
  kb: topic,
  endpoints: endpointsOf([topic]),
  findings: new Map(topic.findings.map((finding) => [finding.id, finding])),
  placeOf: () => null,
  earlierRules: () => nothing,
  refusalOf: ({row}, {table}) => lookUp(topic.refused, `${table}/${row}`) ?? null,
  isUnread: ({table, column}) => topic.unread.includes(`${table.table}/${column}`),
})
