/** What one cell (or heading, or title) shows in one language, and what its evidence panel says. */

import {englishAnomalies} from '../../model/anomalies.ts'
import type {Finding, LocalizedText, Place, SourceOrigin, Status, Text} from '../../model/schema.ts'
import {isInferred} from '../../model/stated.ts'
import {lookUp} from '../../text/look-up.ts'
import type {TableSource} from '../dataset/table-source.ts'

export interface CellView {
  text: string
  /** Language of `text`; differs from the page's where nothing safe exists in it. */
  lang: string
  /** null for English on an English page; there `inferred` where no document states it. */
  status: Status | null
  /** The English beside it; null on an English page and where there is none. */
  english: string | null
  englishOrigin: SourceOrigin | null
  /** As found in the document, where that differs from what is published. */
  original: string | null
  findings: Finding[]
  /** The same cell in the other languages of the documents, where it reads otherwise. */
  others: {locale: string; text: string}[]
  /** Where it stands in the document. */
  place: Place | null
}

type Locales = Pick<TableSource, 'kb'>

/**
 * What is said in a language, else the English, else what the first other language says.
 *
 * @param locale `en` or a locale of the documents
 */
export function shownText(
  {texts, source}: Text,
  locale: string,
  {kb}: Locales,
): {text: string; lang: string} {
  const own = lookUp(texts, locale)
  if (own !== undefined && own.text !== '')
    return {text: own.text, lang: own.status === 'source' ? 'en' : locale}
  if (source !== null) return {text: source, lang: 'en'}
  for (const other of kb.locales) {
    const said = other === locale ? undefined : lookUp(texts, other)
    if (tells(said)) return {text: said.text, lang: other}
  }
  return {text: '', lang: 'en'}
}

const tells = (said: LocalizedText | undefined): said is LocalizedText =>
  said !== undefined && said.text !== '' && said.status !== 'source'

/** @param locale `en` or a locale of the documents */
export function cellView(
  cell: Text,
  locale: string,
  dataset: Pick<TableSource, 'kb' | 'findings' | 'placeOf'>,
): CellView {
  const {kb, findings, placeOf} = dataset
  const {text, lang} = shownText(cell, locale, dataset)
  const own = lookUp(cell.texts, locale)
  const others: CellView['others'] = []
  for (const other of kb.locales) {
    const said = other === locale ? undefined : lookUp(cell.texts, other)
    if (tells(said) && said.text !== text) others.push({locale: other, text: said.text})
  }
  const shared = {text, lang, englishOrigin: cell.sourceOrigin, original: own?.original ?? null, others}
  return locale === 'en'
    ? {
        ...shared,
        status: isInferred(cell) ? 'inferred' : null,
        english: null,
        findings: englishAnomalies(cell, findings),
        place: englishPlace(cell, placeOf),
      }
    : {
        ...shared,
        status: own?.text ? own.status : cell.source === null ? null : 'source',
        english: cell.source,
        findings: own === undefined ? [] : findingsOf(own, findings),
        place: placeOf(own?.unit ?? null)?.place ?? null,
      }
}

const findingsOf = (said: LocalizedText, findings: TableSource['findings']): Finding[] =>
  said.findings.length === 0 ? [] : said.findings.flatMap((id) => findings.get(id) ?? [])

/** A document that holds the English of a cell beside its translation. */
function englishPlace({texts}: Text, placeOf: TableSource['placeOf']): Place | null {
  for (const locale in texts) {
    const found = placeOf(lookUp(texts, locale)?.unit ?? null)
    if (found?.english) return found.place
  }
  return null
}
