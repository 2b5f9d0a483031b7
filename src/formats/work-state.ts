/**
 * How far a translation is, as its file says, and which of these states are finished work.
 *
 * Sources: XLIFF 2.1, 4.3.1.29 `state` and 4.3.1.32 `subState`; XLIFF 1.2, 2.2 `approved`, `state`, `state-qualifier`;
 * ISO 30042:2019 and its data categories for terms. What a file doesn't say is not finished: silence is no approval.
 */

/** `said` is what stands in the file where its format doesn't define that (`name` is then `unknown`). */
export interface WorkState {
  /** One of `WORK_STATES`, or a state of the file's own that starts with `x-`, as XLIFF 1.2 allows. */
  name: string
  finished: boolean
  said: string | null
}

/** XLIFF 2: `final` is "finalized"; `reviewed` is reviewed, but its next step is still to come. */
const XLIFF_2 = ['initial', 'translated', 'reviewed', 'final'] as const
/** XLIFF 1.2: `final` is "the terminating state", `signed-off` "reviewed and approved"; all others wait for somebody. */
const XLIFF_1 = [
  'new',
  'needs-translation',
  'needs-l10n',
  'needs-adaptation',
  'needs-review-translation',
  'needs-review-l10n',
  'needs-review-adaptation',
  'translated',
  'signed-off',
  'final',
] as const
/** XLIFF 1.2: qualifiers of a target that a reviewer has turned down. */
const REJECTED = ['rejected-grammar', 'rejected-inaccurate', 'rejected-length', 'rejected-spelling'] as const
/** Terms: nobody has worked on them, not everything was worked on, or somebody has put them forward. */
const UNFINISHED_TERMS = [
  'unprocessed',
  'provisionallyProcessed',
  'starterElement',
  'importedElement',
  'workingElement',
  'proposedTerm',
  'newTerm',
] as const

/** Every state that `--accept` knows, in the order of the work; those of one's own (`x-…`) come beside. */
export const WORK_STATES: readonly string[] = [
  ...new Set<string>([
    'unstated',
    'unknown',
    ...XLIFF_2,
    ...XLIFF_1,
    'unapproved',
    'approved',
    ...REJECTED,
    ...UNFINISHED_TERMS,
  ]),
]

/** Whether a name is one that `--accept` may take. */
export const isWorkState = (name: string): boolean => WORK_STATES.includes(name) || /^x-./.test(name)

const state = (name: string, finished: boolean, said: string | null = null): WorkState => ({
  name,
  finished,
  said,
})

/** For formats that have no states (TMX, JSON Lines without `state`): what isn't said isn't finished. */
export const UNSTATED: WorkState = state('unstated', false)

const includes = (names: readonly string[], name: string): boolean => names.includes(name)

/** State of a segment of XLIFF 2, where `state` is `initial` unless the file says otherwise. `subState` only refines it. */
export function stateOfSegment(said: string | undefined): WorkState {
  if (said === undefined) return state('initial', false)
  return includes(XLIFF_2, said) ? state(said, said === 'final') : state('unknown', false, said)
}

export interface Approval {
  /** `approved` of the `trans-unit`; the standard's default is `no`. */
  approved: string | undefined
  /** `state` and `state-qualifier` of the `target`, which have no default. */
  state: string | undefined
  qualifier: string | undefined
}

/**
 * State of a `trans-unit` of XLIFF 1.2: finished when its target is `final` or `signed-off`, or the unit approved, and
 * nothing in it says otherwise. A target that was rejected, an open state of an approved unit and `approved="no"`
 * beside a finished state are such contradictions; the unit then has the state that is less finished.
 */
export function stateOfTransUnit({approved, state: said, qualifier}: Approval): WorkState {
  if (qualifier !== undefined && includes(REJECTED, qualifier)) return state(qualifier, false)
  const isApproved = approved === 'yes'
  if (said === undefined) return state(isApproved ? 'approved' : 'unapproved', isApproved)
  if (said.startsWith('x-')) return state(said, false)
  if (!includes(XLIFF_1, said)) return state('unknown', false, said)
  if (said === 'final' || said === 'signed-off')
    return approved === undefined || isApproved ? state(said, true) : state('unapproved', false)
  return said === 'translated' && isApproved ? state('approved', true) : state(said, false)
}

/** The first state that is neither finished nor taken on the user's word; undefined when the work counts. */
export const openStateOf = (
  states: readonly WorkState[],
  accepted: ReadonlySet<string>,
): WorkState | undefined => states.find(({name, finished}) => !finished && !accepted.has(name))

/** What a data category of a term says of its work (`processStatus: unprocessed`); null for what leaves that open. */
export const unfinishedTerm = (said: string): WorkState | null =>
  includes(UNFINISHED_TERMS, said) ? state(said, false) : null

export const unknownState = (said: string): WorkState => state('unknown', false, said)

/** A term whose administrative status says whether it is to be used, or whose processing is finalized. */
export const FINISHED_TERM: WorkState = state('finalized', true)
