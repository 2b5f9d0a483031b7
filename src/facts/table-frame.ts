/** What a table says of all its rows at once, in its headings and its caption: between whom, which way, and how urgent. */

import {aroundWordsOf} from '../languages/lists/around-words.ts'
import type {EndpointRef, PortRange, Requirement, StatedDirection} from '../model/schema.ts'
import {onceByLocale} from '../text/memoize.ts'
import {foldSearch} from '../text/normalize.ts'
import {connectionIn} from './direction/connection.ts'
import {directionOfHeading} from './direction/direction-words.ts'
import {machineOfHeading} from './direction/machine-words.ts'
import {endpointOf} from './endpoints/endpoint-of.ts'
import {type Limit, limitsIn, unclearLimitIn} from './limits/stated-limits.ts'
import {WordList} from './limits/word-list.ts'
import {requirementOf} from './requirement/requirement-words.ts'

/** What limits the ends of rows, and a sentence of restriction that nobody understands. */
export interface PortLimits {
  limits: readonly Limit[]
  unclear: string | null
}

export interface TableFrame extends PortLimits {
  /** The machine that the table is about. */
  machine: {end: EndpointRef; quote: string} | null
  connection: {source: EndpointRef; destination: EndpointRef; both: boolean; quote: string} | null
  direction: {value: StatedDirection; quote: string} | null
  requirement: {value: Requirement; quote: string} | null
  /** What is said of rows with these ports alone. */
  ofPorts?: (ports: readonly PortRange[], transports: readonly string[]) => PortLimits
}

export interface FrameText {
  text: string
  /** `en` for English. */
  locale: string
}

/** “Required ports” is what every table is called; and a condition in a heading may be about something else. */
const oldOrOptional: ReadonlySet<Requirement> = new Set(['optional', 'legacy'])
/** The title of some rows of a table tells them from the others. */
export const anyButConditional: ReadonlySet<Requirement> = new Set(['required', 'optional', 'legacy'])

/** The texts in their order, the nearest heading first: what is nearer to the table wins. */
export function frameOf(texts: readonly FrameText[], kinds = oldOrOptional): TableFrame {
  const first = <T>(find: (text: string, locale: string) => T | null): T | null => {
    for (const {text, locale} of texts) {
      const found = find(text, locale)
      if (found !== null) return found
    }
    return null
  }
  return {
    ...(first(endsIn) ?? {connection: null, machine: null}),
    direction: first((text, locale) => {
      const value = directionOfHeading(text, locale)
      return value === null || value === 'both' ? null : {value, quote: text}
    }),
    requirement: first((text, locale) => {
      const {requirement, quote} = requirementOf(text, locale)
      const isSaid = quote !== null && kinds.has(requirement) && !adviceOf(locale).isIn(foldSearch(quote))
      return isSaid ? {value: requirement, quote} : null
    }),
    limits: texts.flatMap(({text, locale}) => limitsIn(text, locale)),
    unclear: first(unclearLimitIn),
  }
}

/** “Recommended practices” make no port optional. */
const adviceOf = onceByLocale((locale) => new WordList(aroundWordsOf(locale, 'advice')))

/** The machines that a heading is about: two that it connects, or one; null where it names none. */
function endsIn(text: string, locale: string): Pick<TableFrame, 'connection' | 'machine'> | null {
  const found = connectionIn(text, locale)
  if (found !== null) {
    const [source, destination] = [endpointOf(found.source, locale), endpointOf(found.destination, locale)]
    return source && destination
      ? {connection: {source, destination, both: found.both, quote: text}, machine: null}
      : null
  }
  const name = machineOfHeading(text, locale)
  const end = name === null ? null : endpointOf(name, locale)
  return end === null ? null : {connection: null, machine: {end, quote: text}}
}

/** With what else limits some rows. */
export const withLimits = (frame: TableFrame, {limits, unclear}: PortLimits): TableFrame => ({
  ...frame,
  limits: [...frame.limits, ...limits],
  unclear: unclear ?? frame.unclear,
})
