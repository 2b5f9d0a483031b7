/** Asks of a row, cell by cell, whether it lets something through at all: before its ports are read. */

import {localeData} from '../../languages/languages.ts'
import type {ColumnKind} from '../../model/schema.ts'
import {isStruckOut, raisedIn} from '../../text/cell-structure.ts'
import {isOneOf, isWord} from '../../text/locale-words.ts'
import {clauseEndRE} from '../../text/sentences.ts'
import {type ActionReading, readAction} from '../action/action-cell.ts'
import {answerWithoutEnd, withAnsweredEnds} from '../columns/answered-ends.ts'
import {asksForOpening, denialIn, isDenied} from '../denied-text.ts'
import {unclearSense} from '../heading-sense.ts'
import {deniedOthersIn} from '../limits/denied-others.ts'
import {isNobody} from '../limits/restrictions.ts'
import {namesEnd} from '../limits/stated-limits.ts'
import {transportsIn} from '../protocol-words.ts'
import {type Refusal, refuse} from '../refusals.ts'
import {remarkAgainst} from '../remarks/remark-denial.ts'
import {requirementOf} from '../requirement/requirement-words.ts'
import {isState} from '../rule-state.ts'
import type {RowCell} from './row-cell.ts'

/** What is struck out there is a remark that no longer holds. */
const remarks: ReadonlySet<ColumnKind> = new Set(['notes', 'other'])

/** “Nobody” as an end is no reason for a denial. */
const ends: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'peer', 'ends'])

/** Columns that say the same again by a mark are read by no grammar of theirs. */
const dittoKinds: ReadonlySet<ColumnKind> = new Set([
  ...([
    'source',
    'destination',
    'host',
    'peer',
    'ends',
    'address',
    'port',
    'sourcePort',
    'protocol',
  ] as const),
  ...(['path', 'traffic', 'direction', 'action', 'requirement'] as const),
])

type Understood = Extract<ActionReading, {ok: true}>

/** What the columns of actions say, those that count: a deny beside an allow denies. None for a row without such a column. */
export function toldActions(row: readonly RowCell[], locale: string): Understood[] {
  const told = actionsIn(row, locale)
  const denying = told.filter(({action}) => action === 'deny')
  return denying.length > 0 ? denying : told
}

const actionsIn = (row: readonly RowCell[], locale: string): Understood[] =>
  row.flatMap(({kind, text, header}): Understood[] => {
    const read = kind === 'action' ? readAction(text, locale, header) : null
    return read?.ok ? [read] : []
  })

/**
 * Why the row gives no rule; null when nothing speaks against it. A column of actions that denies is no reason: the rule denies,
 * and what else of the row denies says why. `isClosing` where that is known from another language,
 * `isPart` where the row is not all there: then nobody knows whether others are meant than those whom it names.
 */
export function refuseRow(
  row: readonly RowCell[],
  locale: string,
  {isClosing = deniesByColumn(row, locale), isPart = false}: {isClosing?: boolean; isPart?: boolean} = {},
): Refusal | null {
  for (const cell of row) {
    const {kind, text, read, isKnown, column, header} = cell
    if (!isKnown || isState(cell, locale)) continue
    if (isStruckOut(read) && !remarks.has(kind))
      return refuse('struck-out', `the text of column ${column} is struck out`, column)
    if (dittoKinds.has(kind) && isWord(text, 'dittoWords', locale))
      return refuse(
        'unreadable',
        `“${quoted(text)}” stands for the cell above; write out what it says`,
        column,
      )
    if (kind === 'action') {
      const read = readAction(text, locale, header)
      if (read.ok) continue
      const why =
        read.rest === ''
          ? `“${quoted(text)}” is neither allow nor deny`
          : `“${quoted(read.rest)}” of “${quoted(text)}” was not understood`
      return refuse('unknown-action', why, column)
    }
    const isReason = isClosing && !ends.has(kind)
    const closing = isReason ? null : closingWords(kind, text, read, locale)
    const isOfOthers = closing !== null && !isPart && deniedOthersIn(row, cell, locale).length > 0
    if (closing !== null && !isOfOthers) return refuse('denied', `the row says “${quoted(closing)}”`, column)
    const remark = remarkAgainst(kind, text, locale)
    if (remark !== null && !(isReason && remark.reason === 'denied'))
      return refuse(
        remark.reason,
        remark.reason === 'denied'
          ? `the row says “${quoted(remark.text)}”`
          : `the remark “${quoted(remark.text)}” limits what is opened, and was not understood`,
        column,
      )
  }
  const told = new Set(actionsIn(row, locale).map(({action}) => action))
  const columns = row.filter(({kind, isKnown}) => kind === 'action' && isKnown)
  if (told.size > 1 && columns.some(({header}) => namesEnd(header, locale)))
    return refuse('unknown-action', 'the row lets some through and stops others', columns[0]?.column ?? null)
  return refuseAnswers(row, locale)
}

/** Whether the columns of actions of a row deny, and nothing of it allows. */
function deniesByColumn(row: readonly RowCell[], locale: string): boolean {
  const told = actionsIn(row, locale)
  return told.length > 0 && told.every(({action}) => action === 'deny')
}

/** What a cell says that closes its row; null where it says nothing of the kind. */
function closingWords(kind: ColumnKind, text: string, read: string, locale: string): string | null {
  const [denial = null] = [text, ...raisedIn(read)].flatMap((each) =>
    each === '' ? [] : isClosed(kind, each, locale) ? each : (denialIn(each, locale) ?? []),
  )
  return denial ?? clausesOf(kind, text).find((each) => isClosed(kind, each, locale)) ?? null
}

/** Parts of a note that may be a few words for what is not used: `Reserved, not used`. One word alone may be of what the port is for. */
const clausesOf = (kind: ColumnKind, text: string): string[] =>
  kind !== 'notes' || !clauseEndRE.test(text)
    ? []
    : text
        .split(clauseEndRE)
        .map((clause) => clause.trim())
        .filter((clause) =>
          /^[\x20-\u024f\u0400-\u04ff]+$/u.test(clause) ? clause.includes(' ') : clause.length > 2,
        )

/** A word in a cell that closes its port; one for what is kept for old products only says how urgent a port is, below a header for that. */
const isClosed = (kind: ColumnKind, text: string, locale: string): boolean =>
  isDenied(text, locale) &&
  !((kind === 'notes' || kind === 'requirement') && requirementOf(text, locale).requirement === 'legacy')

/** Columns of one end. */
const named: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'host', 'peer'])

/** Columns that nothing reads, or that name machines, where a no may say that the row opens nothing, or less. */
const answered: ReadonlySet<ColumnKind> = new Set(['source', 'destination', 'other', 'notes', 'traffic'])

/**
 * A row of a grid whose cells answer yes or no: in a column of ends, of a transport or of what is exposed a no takes something back,
 * and where all answers are no, nothing is left to open.
 */
function refuseAnswers(cells: readonly RowCell[], locale: string): Refusal | null {
  const {answers} = localeData(locale)
  const row = withAnsweredEnds(cells, locale)
  const nobody =
    answerWithoutEnd(row, locale) ??
    row.find(({kind, isKnown, text}) => isKnown && named.has(kind) && isNobody(text, locale))
  if (nobody)
    return refuse(
      'unreadable',
      `“${quoted(nobody.text)}” below “${quoted(nobody.header)}” names no machine`,
      nobody.column,
    )
  const closed = row.find(
    (cell) =>
      cell.isKnown &&
      cell.kind === 'other' &&
      isOneOf(cell.text, answers.yes) &&
      !isState(cell, locale) &&
      forbids(cell.header, locale),
  )
  if (closed) {
    const place = `“${quoted(closed.text)}” below “${quoted(closed.header)}”`
    return denialIn(closed.header, locale) === null
      ? refuse('unreadable', `${place} was not understood`, closed.column)
      : refuse('denied', `${place} forbids`, closed.column)
  }
  const asked = row.filter(
    (cell) => cell.isKnown && answered.has(cell.kind) && cell.text !== '' && !isState(cell, locale),
  )
  const noes = asked.filter(({text}) => isOneOf(text, answers.no))
  const [no] = noes
  if (!no) return null
  // A symbol alone in a column of notes says no to the row.
  const signed = noes.find(({kind, text}) => kind === 'notes' && !/[\p{L}\p{N}]/u.test(text))
  const narrowing =
    signed ??
    noes.find(
      ({kind, header}) =>
        kind === 'source' ||
        kind === 'destination' ||
        transportsIn(header).length > 0 ||
        asksForOpening(header, locale) ||
        (kind === 'other' && namesEnd(header, locale)),
    )
  const allNo = noes.length > 1 && !asked.some(({text}) => isOneOf(text, answers.yes))
  const at = narrowing ?? (allNo ? no : null)
  return at === null
    ? null
    : refuse('unreadable', `“${quoted(at.text)}” below “${quoted(at.header)}” was not understood`, at.column)
}

/** Whether a header asks if something is not to be open, or says of it by a participle what nobody knows: `Decommissioned`. */
const forbids = (header: string, locale: string): boolean =>
  denialIn(header, locale) !== null || unclearSense(header, locale) !== null

const quoted = (text: string): string => text.slice(0, 80)
