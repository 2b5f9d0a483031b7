/** Marked text of one cell → target, English, segments and the source ranges of the target text. */
import type {EditionCell} from '../../model/edition.ts'
import type {Segment} from '../../model/schema.ts'
import {SideTracker} from '../html/span-tags.ts'
import {withoutMarks} from '../markdown/footnote-marks.ts'
import type {MarkedText} from '../marked-text.ts'
import {splitMarks} from '../marked-text.ts'
import type {Source} from '../source.ts'
import {foldWhiteSpace, joinEnglish} from '../white-space.ts'
import {pairRuns, type Run} from './segments.ts'
import {splitStructure, withStructure} from './structured-cell.ts'

/** A stretch of text of a cell as the document spells it. */
export interface CellPiece {
  /** The raw text, marks in it, and its offset in the marked text. */
  raw: string
  at: number
}

/** A cell as a table reader hands it over. */
export interface RawCell {
  /** Text with marks, blocks and line breaks already turned into white space. */
  text: string
  /** The same with its structure (`StructureBuilder`); null where the text tells all. */
  structure: string | null
  pieces: CellPiece[]
  /** Offset in the document of the cell itself. */
  start: number
  /** False when the source ranges can't be trusted, so that nothing is ever written back there. */
  writable: boolean
}

/** Reads one cell; reports English without its target and the reverse, and spans left open. */
export function readCell(source: Source, marked: MarkedText, raw: RawCell): EditionCell {
  const {first, spans} = sourceRanges(marked, raw)
  const start = first ?? raw.start
  const place = source.place(start)
  const spansOut = raw.writable ? spans : []
  if (!raw.text.includes(marked.mark)) {
    const target = foldWhiteSpace(raw.text)
    const segments = target === '' ? [] : [{ids: [], source: null, target}]
    const plain: EditionCell = {target, source: null, segments, place, spans: spansOut}
    return withoutMarks(
      withStructure(plain, raw.structure === null ? null : {target: raw.structure, source: ''}),
      source,
    )
  }
  const {runs, target, open} = readRuns(marked, raw.text)
  const segments = pairRuns(runs)
  const english = joinEnglish(runs.filter(({side}) => side === 'source').map(({text}) => text))
  if (open > 0) {
    source.report(
      start,
      'warning',
      'unclosed-span',
      `Expected a closing </span> in the cell, found ${open} span${open === 1 ? '' : 's'} left open`,
      'Close the span; the cell was read as if it ended with the cell.',
    )
  }
  reportUnpaired(source, start, segments)
  const cell = withStructure(
    {target, source: english === '' ? null : english, segments, place, spans: spansOut},
    raw.structure === null && segments.length < 2 && !marked.hasPlain
      ? null
      : splitStructure(marked, raw.structure ?? raw.text),
  )
  return withoutMarks(cell, source)
}

/** Follows the marks: runs of text by side and segment, and the target text as a whole. */
function readRuns(marked: MarkedText, text: string): {runs: Run[]; target: string; open: number} {
  const tracker = new SideTracker()
  const runs: Run[] = []
  let target = ''
  let current: Run | null = null
  const start = (side: Run['side'], ids: readonly string[]): Run => {
    const run = {side, ids, text: ''}
    runs.push(run)
    return run
  }
  splitMarks(
    text,
    marked,
    (part) => {
      const {side, ids} = tracker
      if (side !== 'source') target += part
      if (side === 'none' && part.trim() === '') return
      current ??= resumed(runs, ids, side) ?? start(side === 'source' ? 'source' : 'target', ids)
      current.text += part
    },
    (tag) => {
      tracker.tag(tag)
      current = tag.kind === 'target' || tag.kind === 'source' ? start(tag.kind, tag.ids) : null
    },
  )
  for (const run of runs) run.text = foldWhiteSpace(run.text)
  return {
    runs: runs.filter((run) => run.text !== '' || run.ids.length > 0),
    target: foldWhiteSpace(target),
    open: tracker.open,
  }
}

/** The run that goes on after a nested span has closed. */
function resumed(runs: Run[], ids: readonly string[], side: string): Run | null {
  const last = runs.at(-1)
  return ids.length > 0 && last && last.ids === ids && last.side === side ? last : null
}

function reportUnpaired(source: Source, start: number, segments: Segment[]): void {
  const noTarget = segments.find(
    (segment) => segment.source !== null && segment.source !== '' && segment.target === '',
  )
  const noSource = segments.find(
    ({source: english, target, ids}) => english === null && target !== '' && ids.length > 0,
  )
  if (noTarget) {
    source.report(
      start,
      'warning',
      'missing-target',
      `Expected a translation of “${noTarget.source}”, found none`,
      'Add the span with data-ttu-id before the English.',
    )
  }
  if (noSource) {
    source.report(
      start,
      'warning',
      'missing-source',
      `Expected the English of “${noSource.target}”, found none`,
      'Add the span with data-stu-id after the translation.',
    )
  }
}

/** Where the cell's first text stands, and the ranges of its target text, white space at their ends left out. */
function sourceRanges(marked: MarkedText, raw: RawCell): {first: number | null; spans: [number, number][]} {
  const tracker = new SideTracker()
  const spans: [number, number][] = []
  let first: number | null = null
  const onText = (text: string, at: number): void => {
    const trimmed = text.trim()
    if (trimmed === '') return
    const from = at + text.length - text.trimStart().length
    const start = marked.toSource(from)
    first ??= start
    if (tracker.side !== 'source') spans.push([start, marked.toSource(from + trimmed.length - 1) + 1])
  }
  for (const piece of raw.pieces) {
    if (marked.tags.length === 0) onText(piece.raw, piece.at)
    else
      splitMarks(
        piece.raw,
        marked,
        (text, at) => onText(text, piece.at + at),
        (tag) => tracker.tag(tag),
      )
  }
  return {first, spans}
}
