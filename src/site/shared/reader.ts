/** What views need to speak to a reader; a page has it in the build, a script makes it from the page's data. */
import type {EndpointNames} from '../../facts/endpoints/endpoint-label.ts'
import type {Values} from './fill-text.ts'
import type {CountedKey, TextKey} from './interface-texts.ts'

export interface Reader {
  locale: string
  t: (key: TextKey, values?: Values) => string
  /** Language of the site's own texts where they are not in the reader's; else undefined. */
  textLang: string | undefined
  count: (key: CountedKey, count: number) => string
  /** Address of a page in the reader's language. */
  to: (path: string) => string
  endpoints: EndpointNames
}

/** A title or heading, in the reader's language or in the one that there is. */
export interface Spoken {
  text: string
  lang: string
}
