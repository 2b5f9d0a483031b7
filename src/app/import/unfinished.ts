/** What an import leaves because nobody has finished it: which states the user takes all the same, and how the rest is said. */

import {UsageError} from '../../disk/usage-error.ts'
import {shorten} from '../../formats/interchange-unit.ts'
import {isWorkState, WORK_STATES, type WorkState} from '../../formats/work-state.ts'
import type {Diagnostic, Place} from '../../model/schema.ts'

/** A text that was left, with the state that is the reason. */
export interface Unfinished {
  state: WorkState
  locale: string
  source: string
  text: string
  place: Place
}

/**
 * The states that the user names, one or several to an option, separated by commas.
 *
 * @throws UsageError for a name that no format knows
 */
export function acceptedStates(named: readonly string[]): ReadonlySet<string> {
  const states = named.flatMap((each) => each.split(',')).map((each) => each.trim())
  const unknown = states.find((each) => !isWorkState(each))
  if (unknown !== undefined)
    throw new UsageError(
      `no such state: “${unknown}”`,
      `choose among ${WORK_STATES.join(', ')}, or a state of the file’s own that starts with x-`,
    )
  return new Set(states)
}

/** Each text that was left, with its place. */
export const unfinishedToDiagnostic = ({state, locale, source, text, place}: Unfinished): Diagnostic => ({
  place,
  severity: 'warning',
  id: 'unfinished',
  message: `expected finished work, found “${shorten(text)}” for “${shorten(source)}” in ${locale}, which is ${wordsFor(state)}; it was left`,
  hint: `finish it where it is edited, or take it with --accept ${state.name}`,
})

/** What a state means where its name alone doesn't tell. */
const wordsFor = ({name, said}: WorkState): string => {
  switch (name) {
    case 'unknown':
      return `in the state “${shorten(said ?? '')}”, which its format does not define`
    case 'unstated':
      return 'in no state that the file tells'
    case 'unapproved':
      return 'not approved'
    default:
      return name
  }
}

/** `3 left as unfinished (2 initial, 1 needs-translation)`, as one part of a summary; none when nothing was. */
export function unfinishedToSummary(left: readonly Unfinished[]): string[] {
  if (left.length === 0) return []
  const counts = [...Map.groupBy(left, ({state}) => state.name)]
    .map(([name, own]) => [name, own.length] as const)
    .toSorted(([a], [b]) => WORK_STATES.indexOf(a) - WORK_STATES.indexOf(b))
  const names = counts.map(([name, count]) => `${count} ${name}`).join(', ')
  return [
    `${left.length} left as unfinished (${names}); --accept ${counts.map(([name]) => name).join(',')} takes them`,
  ]
}
