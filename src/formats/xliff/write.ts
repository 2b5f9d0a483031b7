/**
 * Units as XLIFF 2.1, to be edited outside and imported again: one `file` an edition, one `unit` a cell.
 *
 * Standard: XLIFF Version 2.1 (OASIS, 13 February 2018). A document has one target language there, so a file for a
 * translation tool is written for one locale; without a locale all editions stand in one document whose language is
 * `mul` and whose targets say their own.
 */
import {isTranslation} from '../../model/edition-language.ts'
import type {EditionInfo, Finding, KnowledgeBase, Status, Unit} from '../../model/schema.ts'
import {statedSource} from '../../model/stated.ts'
import {xmlAttributes, xmlText} from '../xml.ts'

export interface XliffOptions {
  /** Only this locale; null for all in one document. */
  locale: string | null
}

/** XLIFF knows four states; what else we know stands in `subState`. */
const STATES: Record<Status, 'initial' | 'translated' | 'reviewed'> = {
  human: 'reviewed',
  machine: 'translated',
  translated: 'translated',
  corrected: 'translated',
  memory: 'translated',
  inferred: 'translated',
  source: 'initial',
}

/** Characters that XML can't hold are written as `cp` (4.2.3.1), so nothing of a text is lost. */
const inline = (text: string): string =>
  xmlText(text, (code) => `<cp hex="${code.toString(16).toUpperCase().padStart(4, '0')}"/>`)

const note = (category: string, text: string): string =>
  `<note${xmlAttributes({category})}>${xmlText(text)}</note>`

function unitToXliff(unit: Unit, source: string, findings: readonly Finding[], spellLocale: boolean): string {
  const {path, line, column} = unit.place
  const language = spellLocale ? unit.locale : null
  return [
    `<unit${xmlAttributes({id: `t${unit.table}r${unit.row}c${unit.column}`, name: unit.id})}>`,
    '<notes>',
    note('place', `${path}:${line}:${column}`),
    ...(unit.published === unit.target ? [] : [note('original', unit.target)]),
    ...findings.map((finding) => note('finding', `${finding.severity} ${finding.check}: ${finding.message}`)),
    '</notes>',
    `<segment${xmlAttributes({state: STATES[unit.status], subState: `portolan:${unit.status}`})}>`,
    `<source>${inline(source)}</source>`,
    `<target${xmlAttributes({'xml:lang': language})}>${inline(unit.published)}</target>`,
    '</segment>',
    '</unit>\n',
  ].join('\n')
}

/** Units with stated English, by edition: a translator who is given a wrong English would translate that. */
function unitsByEdition(kb: Pick<KnowledgeBase, 'units'>): Map<string, {unit: Unit; source: string}[]> {
  const byEdition = new Map<string, {unit: Unit; source: string}[]>()
  for (const unit of kb.units) {
    const source = statedSource(unit)
    if (source === null || source === '' || !isTranslation(unit.locale)) continue
    const units = byEdition.get(unit.edition) ?? []
    if (units.length === 0) byEdition.set(unit.edition, units)
    units.push({unit, source})
  }
  return byEdition
}

/** Tells readers of our own that no unit of the file rests on inferred English, as some did before 0.2. */
const STATED = `<notes><note${xmlAttributes({category: 'english', id: 'stated'})}>The English of each unit is stated by a document.</note></notes>\n`

const isWanted = (edition: EditionInfo, {locale}: XliffOptions): boolean =>
  edition.supersededBy === null && (locale === null || edition.locale === locale)

/**
 * The whole document in pieces; joined they are one XLIFF 2.1 file in UTF-8. Units without stated English are left out, as
 * are editions that another one replaces. Without any unit there is nothing to write, since XLIFF demands a `file`.
 */
export function* knowledgeBaseToXliff(
  kb: Pick<KnowledgeBase, 'editions' | 'units' | 'findings'>,
  options: XliffOptions,
): Generator<string> {
  const findings = new Map(kb.findings.map((finding) => [finding.id, finding]))
  const byEdition = unitsByEdition(kb)
  const editions = kb.editions.filter((edition) => isWanted(edition, options) && byEdition.has(edition.id))
  if (editions.length === 0) return
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<xliff${xmlAttributes({
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    version: '2.1',
    srcLang: 'en',
    trgLang: options.locale ?? 'mul',
    'xml:space': 'preserve',
  })}>\n`
  for (const [index, edition] of editions.entries()) {
    yield `<file${xmlAttributes({id: `f${index + 1}`, original: edition.path})}>\n${STATED}`
    for (const {unit, source} of byEdition.get(edition.id) ?? []) {
      const own = unit.findings.map((id) => findings.get(id)).filter((each) => each !== undefined)
      yield unitToXliff(unit, source, own, options.locale === null)
    }
    yield '</file>\n'
  }
  yield '</xliff>\n'
}
