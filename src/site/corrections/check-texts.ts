/** Checks on the site: what they are called and why they are asked, and which of them have a page. */

import {nearestTag} from '../../languages/nearest-tag.ts'
import type {CheckInfo} from '../../model/check-info.ts'
import type {Finding} from '../../model/schema.ts'
import {lookUp} from '../../text/look-up.ts'
import type {Dataset} from '../dataset/dataset.ts'
import {type CheckWords, checkFiles} from '../shared/language-files.ts'

/** Words of checks for readers of a locale, by id. */
export const checkWords = (locale: string): Record<string, CheckWords> =>
  lookUp(checkFiles, nearestTag(locale, Object.keys(checkFiles)) ?? '') ?? {}

/** The check's title in the reader's language, else in English, else its id. */
export const checkTitle = (id: string, {locale}: {locale: string}): string =>
  lookUp(checkWords(locale), id)?.title ?? lookUp(checkWords('en'), id)?.title ?? id

/** Every check that is published or named by a finding, sorted by id. */
export function checkPages({kb, checks}: Dataset): {id: string; info: CheckInfo | null}[] {
  const infos = new Map(checks.map((info) => [info.id, info]))
  const ids = new Set([...infos.keys(), ...kb.findings.map(({check}) => check)])
  return [...ids].toSorted().map((id) => ({id, info: infos.get(id) ?? null}))
}

/** What a check found in a language; on an English page in all of them. */
export const findingsOf = (findings: readonly Finding[], check: string, locale: string): Finding[] =>
  findings.filter((finding) => finding.check === check && (locale === 'en' || finding.locale === locale))
