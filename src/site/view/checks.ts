/** Names of checks on the site. */
import type {Page} from '../page.ts'
import {type TextKey, textsByLocale} from '../texts.ts'

const isTextKey = (key: string): key is TextKey => key in (textsByLocale['en'] ?? {})

/** The check's title in the reader's language; its id where the site has no words for it. */
export function checkTitle(id: string, {t}: Pick<Page, 't'>): string {
  const key = `check.${id}`
  return isTextKey(key) ? t(key) : id
}
