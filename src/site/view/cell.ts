/** What one cell (or heading, or title) shows in one language, and what its evidence panel says. */
import type {Finding, Place, SourceOrigin, Status, Text} from '../../dataset/schema.ts'
import type {Dataset} from '../dataset.ts'

export interface CellView {
  text: string
  /** Language of `text`; differs from the page's where nothing safe exists in it. */
  lang: string
  /** null for English on an English page. */
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

/** @param locale `en` or a locale of the documents */
export function cellView(text: Text, locale: string, {kb, findings, units}: Dataset): CellView {
  const own = text.texts[locale]
  const others = kb.locales.flatMap((other) => {
    const said = other === locale ? undefined : text.texts[other]
    return said === undefined || said.text === '' || said.status === 'source'
      ? []
      : [{locale: other, text: said.text}]
  })
  const shown = own?.text || text.source
  const fallback = shown === null ? others[0] : undefined
  const anomalies = locale === 'en' ? englishAnomalies(text, findings) : []
  return {
    text: shown ?? fallback?.text ?? '',
    lang: fallback?.locale ?? (own?.text && own.status !== 'source' ? locale : 'en'),
    status: locale === 'en' ? null : own?.text ? own.status : shown === null ? null : 'source',
    english: locale === 'en' ? null : text.source,
    englishOrigin: text.sourceOrigin,
    original: own?.original ?? null,
    findings: locale === 'en' ? anomalies : (own?.findings ?? []).flatMap((id) => findings.get(id) ?? []),
    others: others.filter((other) => other !== fallback && other.text !== shown),
    place:
      locale === 'en' ? englishPlace(text, units) : own?.unit ? (units.get(own.unit)?.place ?? null) : null,
  }
}

/** On an English page: what is wrong with the English itself, said once although each locale reports it. */
function englishAnomalies(text: Text, findings: Dataset['findings']): Finding[] {
  const reported = Object.values(text.texts)
    .flatMap((said) => said.findings)
    .flatMap((id) => findings.get(id) ?? [])
    .filter((finding) => finding.severity === 'source-anomaly')
  return [...new Map(reported.map((finding) => [`${finding.check} ${finding.message}`, finding])).values()]
}

/** A document that holds the English of a cell beside its translation. */
function englishPlace(text: Text, units: Dataset['units']): Place | null {
  const behind = Object.values(text.texts).flatMap(({unit}) => (unit === null ? [] : (units.get(unit) ?? [])))
  return behind.find((unit) => unit.sourceOrigin === 'span' && unit.source === text.source)?.place ?? null
}
