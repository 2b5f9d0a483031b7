/** What a table is about: the meaning of its columns, the heading that it stands under, and the interface that this names. */
import {localeData} from '../languages/languages.ts'
import type {Edition} from '../model/edition.ts'
import {statusOfEdition} from '../model/edition-language.ts'
import {compareBy} from '../model/order.ts'
import type {ColumnKind, LocalizedText, Table} from '../model/schema.ts'
import {foldToken} from '../text/normalize.ts'
import type {MergedTable} from './merge.ts'
import {chooseText} from './units.ts'

/** A heading in all languages. */
export interface Heading {
  source: string | null
  texts: Record<string, LocalizedText>
}

/** What the table is, by the first edition that recognised it as a port table; the one with English is asked first. */
export const meaningOf = ({
  backbone,
  tables,
}: MergedTable): Pick<Table, 'portTable' | 'evidence' | 'columns'> => {
  const hasEnglish = backbone.header?.cells.some(({source}) => source !== null) ?? false
  const found = hasEnglish ? backbone : ([...tables.values()].find(({portTable}) => portTable) ?? backbone)
  const own = found.columns.length === backbone.columns.length ? found.columns : backbone.columns
  // What one language calls a column by a word that isn't known, another one may.
  const alike = [...tables.values()].filter(({columns: other}) => other.length === own.length)
  const columns = own.map((kind, at) =>
    kind === 'other'
      ? (alike.find(({columns: other}) => told.has(other[at] ?? 'other'))?.columns[at] ?? kind)
      : kind,
  )
  return {portTable: found.portTable, evidence: found.evidence, columns}
}

/** What a column may be told to mean by one language alone: nothing that opens a port. */
const told: ReadonlySet<ColumnKind> = new Set([
  ...(['source', 'destination', 'host', 'peer', 'ends', 'direction', 'action', 'requirement'] as const),
  ...(['notes', 'service'] as const),
])

/** The heading of a table, English from the first edition that has it; null when it stands under none. */
export const headingOf = ({tables}: MergedTable, editions: Map<string, Edition>): Heading | null => {
  const headings = [...tables].flatMap(([id, {heading}]) => {
    const info = editions.get(id)?.info
    return heading && info ? [{...heading, info}] : []
  })
  if (headings.length === 0) return null
  return {
    source: headings.find(({source}) => source !== null)?.source ?? null,
    texts: chooseText(
      headings.map(({info, target}) => ({
        locale: info.locale,
        text: target,
        status: statusOfEdition(info),
      })),
    ),
  }
}

/** The interface that a heading names: by its English, else by what most languages say; null when it names none or both. */
export const interfaceOf = (heading: Heading | null): Table['interface'] => {
  if (heading === null) return null
  if (heading.source !== null) return namedInterface(heading.source, 'en')
  const named = Object.entries(heading.texts).flatMap(
    ([locale, {text}]) => namedInterface(text, locale) ?? [],
  )
  const [most] = [...Map.groupBy(named, (name) => name).values()].toSorted(
    compareBy((group) => -group.length),
  )
  return most?.[0] ?? null
}

const namedInterface = (text: string, locale: string): Table['interface'] => {
  const folded = foldToken(text)
  const {external, internal} = localeData(locale).interfaces
  const isExternal = external.some((word) => folded.includes(foldToken(word)))
  const isInternal = internal.some((word) => folded.includes(foldToken(word)))
  return isExternal === isInternal ? null : isExternal ? 'external' : 'internal'
}
