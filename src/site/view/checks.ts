/** Checks on the site: their names, and which of them have a page. */
import type {CheckInfo} from '../../dataset/check-info.ts'
import type {Dataset} from '../dataset.ts'
import type {Page} from '../page.ts'
import {type TextKey, textsByLocale} from '../texts.ts'

const isTextKey = (key: string): key is TextKey => key in (textsByLocale['en'] ?? {})

/** The check's title in the reader's language; its id where the site has no words for it. */
export function checkTitle(id: string, {t}: Pick<Page, 't'>): string {
  const key = `check.${id}`
  return isTextKey(key) ? t(key) : id
}

/** Every check that is published or named by a finding, sorted by id. */
export function checkPages({kb, checks}: Dataset): {id: string; info: CheckInfo | null}[] {
  const infos = new Map(checks.map((info) => [info.id, info]))
  const ids = new Set([...infos.keys(), ...kb.findings.map(({check}) => check)])
  return [...ids].toSorted().map((id) => ({id, info: infos.get(id) ?? null}))
}
