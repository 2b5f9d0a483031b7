/**
 * Reads XLIFF 1.2 (`trans-unit`) and 2.0 to 2.1 (`unit` with segments, joined in order), with the states of the work and
 * with `translate`, which units inherit from their groups and file.
 */
import type {Place} from '../../model/schema.ts'
import {type InlineText, inlineText} from '../inline-tags.ts'
import {
  type EnglishProof,
  type InterchangeUnit,
  shorten,
  type UnitFileFormat,
  type UnitReader,
  unitToReadings,
} from '../interchange-unit.ts'
import {stateOfSegment, stateOfTransUnit, UNSTATED, type WorkState} from '../work-state.ts'
import {type XmlElement, type XmlHandler, xmlReader} from '../xml-reader.ts'

interface Pending {
  id: string
  /** What segments and ignorables said so far; null before the first one that has the element. */
  source: string | null
  target: string | null
  /** A segment without a target makes the unit's target incomplete, so there is none. */
  untranslated: boolean
  tag: string | null
  date: string | null
  place: Place
  data: Map<string, string>
  states: WorkState[]
  /** `approved` of a `trans-unit`. */
  approved: string | undefined
  translate: boolean
  english: EnglishProof
}

const UNIT_NAMES = new Set(['unit', 'trans-unit'])
/** What holds a source and target of its own within a unit: proposals of a memory, never the unit's text. */
const FOREIGN = new Set(['alt-trans', 'matches', 'glossary', 'changeTrack', 'seg-source', 'bin-unit'])

/** The segment or ignorable being read. */
interface Part {
  source: string | null
  target: string | null
}

export const xliff: UnitFileFormat = {
  extensions: ['.xlf', '.xlif', '.xliff'],
  roots: ['xliff'],
  reader: xliffReader,
}

/** A reader of one XLIFF file; `path` names it in places. Errors: see `xmlReader`. */
export function xliffReader(path: string): UnitReader {
  /** Target language of the document (2.1) and of the file in it (1.2). */
  let documentTag: string | null = null
  let fileTag: string | null = null
  /** `date` of a file of XLIFF 1.2. */
  let fileDate: string | null = null
  let unit: Pending | null = null
  let part: Part | null = null
  let content: {kind: 'source' | 'target' | 'data'; key: string; text: InlineText; depth: number} | null =
    null
  let foreign = 0
  let count = 0
  /** Whether each open file and group asks for translation. */
  const translates: boolean[] = []
  /** Whether a file of our own says that all its English is stated. */
  let isStated = false

  const isTranslated = (said: string | undefined): boolean =>
    said === undefined ? (translates.at(-1) ?? true) : said !== 'no'

  const openUnit = ({attributes, place}: XmlElement) => {
    count += 1
    const {name, id, approved, translate} = attributes
    const pending = {
      source: null,
      target: null,
      untranslated: false,
      tag: fileTag,
      date: fileDate,
      place,
      data: new Map(),
      states: [],
      approved,
      translate: isTranslated(translate),
      english: 'stated' as const,
    }
    unit = {id: name ?? id ?? `${count}`, ...pending}
    part = {source: null, target: null}
  }

  const openElement = (element: XmlElement, pending: Pending) => {
    const {name, attributes, place} = element
    if (name === 'segment' || name === 'ignorable') {
      part = {source: null, target: null}
      if (name === 'segment') openSegment(element, pending)
    } else if (name === 'source' || name === 'target' || name === 'data') {
      const {id, 'xml:lang': language} = attributes
      content = {kind: name, key: id ?? '', text: inlineText(pending.data), depth: 0}
      if (name === 'target' && pending.target === null) {
        pending.place = place
        pending.tag = language ?? pending.tag
      }
      if (name === 'target' && pending.states.length === 0) {
        const {state, 'state-qualifier': qualifier} = attributes
        pending.states.push(stateOfTransUnit({approved: pending.approved, state, qualifier}))
      }
    }
  }

  const openSegment = ({attributes: {state, subState}}: XmlElement, pending: Pending) => {
    pending.states.push(stateOfSegment(state))
    if (subState?.startsWith('portolan:') && !isStated) pending.english = 'unproven'
  }

  /** Adds what a segment, an ignorable or a whole `trans-unit` said to the unit. */
  const closePart = (pending: Pending, translatable: boolean) => {
    if (part === null) return
    if (part.source !== null) pending.source = (pending.source ?? '') + part.source
    // An ignorable without a target repeats its source: it is white space or codes between segments.
    const target = part.target ?? (translatable ? null : part.source)
    if (target !== null) pending.target = (pending.target ?? '') + target
    else if (part.source !== null) pending.untranslated = true
    part = null
  }

  const closeContent = (pending: Pending) => {
    if (content === null) return
    const value = content.text.value()
    if (content.kind === 'data') pending.data.set(content.key, value)
    else if (part !== null) part[content.kind] = value
    content = null
  }

  const closeUnit: XmlHandler<{unit: InterchangeUnit}>['close'] = (_name, emit) => {
    if (unit === null) return
    closePart(unit, true)
    const {source, target, untranslated, tag: locale, ...rest} = unit
    const {id, place, date, translate, english} = rest
    const states = rest.states.length === 0 ? [UNSTATED] : rest.states
    if (source === null)
      emit([
        {
          diagnostic: {
            place,
            severity: 'warning',
            id: 'missing-source',
            message: `expected a source in unit “${shorten(id)}”, found none`,
            hint: 'give the unit a source element; the unit was left out',
          },
        },
      ])
    else {
      const text = untranslated ? null : target
      emit(unitToReadings({id, locale, source, target: text, place, date, states, translate, english}))
    }
    unit = null
  }

  return xmlReader<{unit: InterchangeUnit}>(path, ['xliff'], {
    open(element) {
      const {name} = element
      const {trgLang, 'target-language': targetLanguage, date, translate, category, id} = element.attributes
      if (content !== null) {
        content.depth += 1
        content.text.open(element)
      } else if (FOREIGN.has(name) || foreign > 0) foreign += 1
      else if (UNIT_NAMES.has(name)) openUnit(element)
      else if (unit !== null) openElement(element, unit)
      else if (name === 'xliff') documentTag = trgLang ?? null
      else if (name === 'group') translates.push(isTranslated(translate))
      else if (name === 'note') isStated ||= category === 'english' && id === 'stated'
      else if (name === 'file') {
        translates.push(isTranslated(translate))
        isStated = false
        fileTag = targetLanguage ?? documentTag
        fileDate = date ?? null
      }
    },
    text(piece) {
      content?.text.text(piece)
    },
    close(name, emit) {
      if (content !== null && content.depth > 0) {
        content.depth -= 1
        content.text.close()
      } else if (foreign > 0) foreign -= 1
      else if (unit === null) {
        if (name === 'group' || name === 'file') translates.pop()
      } else if (content !== null) closeContent(unit)
      else if (name === 'segment') closePart(unit, true)
      else if (name === 'ignorable') closePart(unit, false)
      else if (UNIT_NAMES.has(name)) closeUnit(name, emit)
    },
  })
}
