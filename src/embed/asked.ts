/** What an author asks components for, found in the dataset or refused with what there is. */
import {nearest} from '../app/search/find-topic.ts'
import {UsageError} from '../disk/usage-error.ts'
import {nearestTag} from '../languages/nearest-tag.ts'
import type {Topic} from '../model/schema.ts'

/** @throws UsageError with the nearest ids: what another topic says must not stand in for one that is gone */
export function askedTopic(topics: readonly Topic[], id: string, component: string): Topic {
  const found = topics.find((topic) => topic.id === id)
  if (found !== undefined) return found
  const ids = topics.map((topic) => topic.id)
  throw refusal(
    `<${component}>: expected a topic with a port table, found ${shown(id)}`,
    ids.length === 0
      ? 'The dataset holds no topic with a port table.'
      : `Did you mean ${nearest(ids, String(id)).join(', ')}?`,
  )
}

/** Which languages there are: English first. */
export interface Languages {
  /** Of the documents, in which the site has pages. */
  dataset: readonly string[]
  /** Of the site's own texts. */
  texts: readonly string[]
}

export interface AskedLocale {
  /** What the component speaks as far as it can: the dataset's language, else that of the site's own texts. */
  locale: string
  /** Of the pages that it leads to. */
  linked: string
  /** Whether a reader is to be told that no document is in the asked language. */
  isMissing: boolean
}

/**
 * `ja-JP` for `ja`. A language without documents gets the site's own texts around the English; an unknown one is English
 * where the page is in it, since a site may have more languages than we know.
 *
 * @throws UsageError with the languages that there are, for an unknown one that an author names
 */
export function askedLocale(
  {dataset, texts}: Languages,
  {locale, pageLocale}: {locale: string | undefined; pageLocale: string | undefined},
  component: string,
): AskedLocale {
  const asked = locale ?? pageLocale ?? 'en'
  const linked = nearestTag(String(asked), dataset)
  if (linked !== null) return {locale: linked, linked, isMissing: false}
  const spoken = nearestTag(String(asked), texts)
  if (spoken === null && locale !== undefined)
    throw refusal(
      `<${component}>: expected a language of the dataset, found ${shown(locale)}`,
      `Did you mean ${nearest(dataset, String(locale)).join(', ')}? Documents are in ${dataset.join(', ')}.`,
    )
  return {locale: spoken ?? 'en', linked: 'en', isMissing: true}
}

/** MDX has hints of its own, in whose place ours would not be seen. */
const refusal = (message: string, hint: string): UsageError => new UsageError(`${message}. ${hint}`, hint)

/** MDX hands over whatever an author writes. */
const shown = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? `“${value}”` : value === '' ? 'nothing' : typeof value
