/** Guide pages in a language; English stands in where a language lacks one. */
import {type CollectionEntry, getCollection} from 'astro:content'

export interface GuidePage {
  slug: string
  /** Language of the text. */
  lang: string
  entry: CollectionEntry<'guide'>
}

/** In reading order. */
export async function guidePages(locale: string): Promise<GuidePage[]> {
  const pages: GuidePage[] = (await getCollection('guide')).map(
    (entry: CollectionEntry<'guide'>): GuidePage => {
      const [lang = '', slug = ''] = entry.id.split('/')
      return {slug, lang, entry}
    },
  )
  const best = new Map<string, GuidePage>()
  for (const page of pages.filter(({lang}) => lang === 'en')) best.set(page.slug, page)
  for (const page of pages.filter(({lang}) => lang === locale)) best.set(page.slug, page)
  return [...best.values()].toSorted(
    (a, b) => a.entry.data.order - b.entry.data.order || (a.slug < b.slug ? -1 : 1),
  )
}
