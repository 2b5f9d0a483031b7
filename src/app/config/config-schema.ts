/** What `portolan.config` of a workspace may say, as a schema; everything in it may be left out. */
import {z} from 'zod'
import {toLocale} from '../../ingest/identity/locale-tag.ts'
import {isPattern} from '../../ingest/identity/source-pattern.ts'
import {isEnglish} from '../../model/edition-language.ts'
import {siteSettings} from '../../site/settings/site-settings.ts'

const localeSchema = z
  .string()
  .transform((tag) => toLocale(tag) ?? '')
  .refine((locale) => locale !== '', {error: 'expected a language tag such as fr or zh-TW'})

const sourceSchema = z.strictObject({
  /** Folder with documents, from the folder of the file. */
  folder: z.string().min(1),
  /** Path of a document below the folder: `{locale}` stands for its language, `{topic}` for what all languages share. */
  pattern: z
    .string()
    .refine(isPattern, {
      error: 'expected {locale} or {topic} in the pattern, each at most once, such as {locale}/{topic}.md',
    })
    .optional(),
  /** The language of all documents of the folder whose pattern names none. */
  locale: localeSchema.optional(),
})

export const configSchema = z.strictObject({
  /** Instead of the folder `sources`. */
  sources: z.array(sourceSchema).min(1).optional(),
  /** The language of documents that are the source of translations and tell none themselves. */
  sourceLocale: localeSchema
    .refine(isEnglish, {error: 'expected English (en, en-US, …): translations are compared with English'})
    .optional(),
  /** Vocabularies that ship, by name, and files of the workspace; instead of all that ship and the folder `vocabulary`. */
  vocabularies: z.array(z.string().min(1)).optional(),
  /** Languages in which the site has pages beside English and those of the documents. */
  interfaceLocales: z.array(localeSchema).optional(),
  /** Address at which the site is published, with its path, as `--site` and `--base` tell it. */
  address: z
    .url({protocol: /^https?$/, error: 'expected an address that starts with https:// or http://'})
    .optional(),
  ...siteSettings,
})

export type Config = z.infer<typeof configSchema>
