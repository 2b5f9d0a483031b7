/** A reader of a dataset as the site's pages have one, for tests of views. */
import {endpointNames} from '../../src/facts/endpoints/endpoint-label.ts'
import type {KnowledgeBase, Topic} from '../../src/model/schema.ts'
import type {Side} from '../../src/site/compare/compare-diff.ts'
import {counter, textLangOf, translator} from '../../src/site/shared/interface-texts.ts'
import type {Reader} from '../../src/site/shared/reader.ts'

export const testReader = (kb: Pick<KnowledgeBase, 'endpoints'>, locale: string): Reader => ({
  locale,
  t: translator(locale),
  textLang: textLangOf(locale),
  count: counter(locale),
  to: (path) => `/${locale}/${path}`,
  endpoints: endpointNames(kb.endpoints),
})

export const sideOfTopic = ({id, title}: Topic, locale: string): Side => ({
  id,
  title: {text: title.texts[locale]?.text ?? title.source ?? id, lang: locale},
})
