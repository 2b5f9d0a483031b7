/** Reads the files of a language's folder by name, for commands; pages get them from Vite, and browsers get none. */
import {existsSync, readFileSync} from 'node:fs'
import {knownLocales} from './languages.ts'
import {nearestTag} from './nearest-tag.ts'

export type LanguageFile = 'lexicon' | 'opposites' | 'interface' | 'checks' | 'firewall'

/** What the file holds, or null where the language has none. */
export function readLanguageFile(tag: string, name: LanguageFile): unknown {
  // A tag comes from the command line, too.
  if (!/^[A-Za-z0-9-]+$/.test(tag)) return null
  const file = new URL(`${tag}/${name}.json`, import.meta.url)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** The same of the language that serves a locale: of `fr-FR` for `fr-CA`. */
export function readNearestFile(locale: string, name: LanguageFile): unknown {
  const tags = knownLocales.filter((tag) => readLanguageFile(tag, name) !== null)
  const tag = nearestTag(locale, tags)
  return tag === null ? null : readLanguageFile(tag, name)
}
