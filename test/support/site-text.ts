/** Texts of the site as a test expects to see them. */
import {readFileSync} from 'node:fs'
import {fillText, type Values} from '../../src/site/shared/fill-text.ts'
import type {TextKey} from '../../src/site/shared/interface-texts.ts'

export function siteText(locale: string, key: TextKey, values: Values = {}): string {
  const path = new URL(`../../src/languages/${locale}/interface.json`, import.meta.url)
  const texts: Record<string, string> = JSON.parse(readFileSync(path, 'utf8'))
  const text = texts[key]
  if (text === undefined) throw new Error(`${locale} has no text “${key}”`)
  return fillText(text, values)
}
