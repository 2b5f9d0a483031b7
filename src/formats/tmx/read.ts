/**
 * Reads TMX 1.4b (and 1.1 to 1.4): each variant of a `tu` that is not its source is a unit. TMX has no states of work.
 * A file of our own says in its header that all its English is `stated`; one that doesn't is of a version before 0.2.
 */

import type {DiagnosticId} from '../../model/diagnostic-ids.ts'
import type {Place} from '../../model/schema.ts'
import {isInferredOrigin} from '../../model/stated.ts'
import {type InlineText, inlineText} from '../inline-tags.ts'
import {
  canonicalLocale,
  type EnglishProof,
  type InterchangeUnit,
  isEnglish,
  type Reading,
  shorten,
  type UnitFileFormat,
  type UnitReader,
  unitToReadings,
} from '../interchange-unit.ts'
import {UNSTATED} from '../work-state.ts'
import {type XmlElement, xmlReader} from '../xml-reader.ts'

interface Variant {
  tag: string | null
  text: string | null
  place: Place
  date: string | null
}

interface Pending {
  id: string
  sourceTag: string
  variants: Variant[]
  place: Place
  date: string | null
  english: EnglishProof
}

/** More of a property than any of ours has. */
const LONGEST_PROPERTY = 100

const NO_DATA: ReadonlyMap<string, string> = new Map()

/** The variant in the source language: the very tag, else any English when the file says `*all*` or names another region. */
function sourceOf({sourceTag, variants}: Pending): Variant | undefined {
  const wanted = canonicalLocale(sourceTag)
  const exact = variants.find(({tag}) => wanted !== null && tag !== null && canonicalLocale(tag) === wanted)
  return exact ?? variants.find(({tag}) => tag !== null && isEnglish(tag))
}

function unitReadings(pending: Pending): Reading[] {
  const source = sourceOf(pending)
  const problem = (id: DiagnosticId, message: string, hint: string): Reading[] => [
    {diagnostic: {place: pending.place, severity: 'warning', id, message, hint}},
  ]
  if (source === undefined || source.text === null)
    return problem(
      'missing-source',
      `expected a variant in the source language of unit “${shorten(pending.id)}”, found none`,
      'give the tu a tuv with the srclang of the header; the unit was left out',
    )
  const targets = pending.variants.filter((variant) => variant !== source)
  if (targets.length === 0)
    return problem(
      'missing-target',
      `expected a translation of unit “${shorten(pending.id)}”, found only its source`,
      'give the tu a second tuv, or remove it',
    )
  return targets.flatMap(({tag, text, place, date}) =>
    unitToReadings({
      id: pending.id,
      locale: tag,
      source: source.text,
      target: text,
      place,
      date,
      states: [UNSTATED],
      english: pending.english,
    }),
  )
}

export const tmx: UnitFileFormat = {extensions: ['.tmx'], roots: ['tmx'], reader: tmxReader}

/** A reader of one TMX file; `path` names it in places. Errors: see `xmlReader`. */
export function tmxReader(path: string): UnitReader {
  let headerTag = 'en'
  let count = 0
  let unit: Pending | null = null
  let variant: Variant | null = null
  let segment: InlineText | null = null
  /** What the whole file's English is worth; a header with `x-english` says it. */
  let proof: EnglishProof = 'stated'
  /** The property of ours that is being read. */
  let property: {type: string; value: string} | null = null

  const closeProperty = ({type, value}: {type: string; value: string}) => {
    if (unit === null && type === 'x-english' && value === 'stated') proof = 'stated'
    // Only our own older files hold English that was inferred; other tools may mean something else by this name.
    else if (unit !== null && type === 'x-source-origin' && proof !== 'stated' && isInferredOrigin(value))
      unit.english = 'inferred'
  }

  return xmlReader<{unit: InterchangeUnit}>(path, ['tmx'], {
    open(element: XmlElement) {
      const {name, attributes, place} = element
      const {tuid, srclang, lang, 'xml:lang': language, changedate, creationdate} = attributes
      const date = changedate ?? creationdate ?? null
      if (segment !== null) segment.open(element)
      else if (name === 'header') {
        headerTag = srclang ?? headerTag
        if (attributes['creationtool'] === 'portolan') proof = 'unproven'
      } else if (name === 'prop' && variant === null) property = {type: attributes['type'] ?? '', value: ''}
      else if (name === 'tu') {
        count += 1
        unit = {
          id: tuid ?? `${count}`,
          sourceTag: srclang ?? headerTag,
          variants: [],
          place,
          date,
          english: proof,
        }
      } else if (name === 'tuv' && unit !== null) {
        variant = {tag: language ?? lang ?? null, text: null, place, date: date ?? unit.date}
        unit.variants.push(variant)
      } else if (name === 'seg' && variant !== null) {
        variant.place = place
        segment = inlineText(NO_DATA)
      }
    },
    text(piece) {
      segment?.text(piece)
      if (property !== null && property.value.length < LONGEST_PROPERTY) property.value += piece
    },
    close(name, emit) {
      if (name === 'seg' && segment !== null && variant !== null) {
        variant.text = segment.value()
        segment = null
      } else if (segment !== null) segment.close()
      else if (name === 'prop' && property !== null) {
        closeProperty(property)
        property = null
      } else if (name === 'tuv') variant = null
      else if (name === 'tu' && unit !== null) {
        emit(unitReadings(unit))
        unit = null
      }
    },
  })
}
