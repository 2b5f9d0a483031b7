/** Marked text of one cell → target, English, segments and the source ranges of the target text. */
import type {EditionCell} from '../dataset/edition.ts'
import type {Segment} from '../dataset/schema.ts'
import {foldWhiteSpace, joinEnglish} from './fold.ts'
import type {MarkedText} from './marked-text.ts'
import {splitMarks} from './marked-text.ts'
import type {Source} from './source.ts'
import {createSideTracker} from './span-tags.ts'

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
  pieces: CellPiece[]
  /** Offset in the document of the cell itself. */
  start: number
  /** False when the source ranges can't be trusted, so that nothing is ever written back there. */
  writable: boolean
}

interface Run {
  side: 'target' | 'source'
  ids: string[]
  text: string
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
    return {target, source: null, segments, place, spans: spansOut}
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
  return {target, source: english === '' ? null : english, segments, place, spans: spansOut}
}

/** Follows the marks: runs of text by side and segment, and the target text as a whole. */
function readRuns(marked: MarkedText, text: string): {runs: Run[]; target: string; open: number} {
  const tracker = createSideTracker()
  const runs: Run[] = []
  let target = ''
  let current: Run | null = null
  for (const part of splitMarks(text, marked)) {
    if (part.tag) {
      tracker.tag(part.tag)
      current = null
      if (part.tag.kind === 'target' || part.tag.kind === 'source') {
        current = {side: part.tag.kind, ids: part.tag.ids, text: ''}
        runs.push(current)
      }
      continue
    }
    const {side} = tracker
    if (side !== 'source') target += part.text
    if (side === 'none' ? foldWhiteSpace(part.text) === '' : false) continue
    if (current === null) {
      current = resumed(runs, tracker.ids, side) ?? {
        side: side === 'source' ? 'source' : 'target',
        ids: tracker.ids,
        text: '',
      }
      if (!runs.includes(current)) runs.push(current)
    }
    current.text += part.text
  }
  const folded = runs.map((run) => ({...run, text: foldWhiteSpace(run.text)}))
  return {
    runs: folded.filter(({text: t, ids}) => t !== '' || ids.length > 0),
    target: foldWhiteSpace(target),
    open: tracker.open,
  }
}

/** The run that goes on after a nested span has closed. */
function resumed(runs: Run[], ids: string[], side: string): Run | null {
  const last = runs.at(-1)
  return ids.length > 0 && last && last.ids === ids && last.side === side ? last : null
}

/** Pairs each English run with its target: by segment id, else with the unpaired target just before it. */
function pairRuns(runs: Run[]): Segment[] {
  const segments: Half[] = []
  for (const [index, run] of runs.entries()) {
    const half = halfFor(run, index, runs, segments)
    if (!half) {
      const {side, ids, text} = run
      segments.push({
        ids,
        source: side === 'source' ? text : null,
        target: side === 'target' ? text : '',
        side,
      })
      continue
    }
    half.ids = [...new Set([...half.ids, ...run.ids])]
    if (run.side === 'source') half.source = run.text
    else half.target = run.text
  }
  return segments.map(({ids, source, target}) => ({ids, source, target}))
}

type Half = Segment & {side: Run['side']}

function halfFor(run: Run, index: number, runs: Run[], segments: Half[]): Half | undefined {
  const shares = ({side, ids}: {side: Run['side']; ids: string[]}) =>
    side !== run.side && ids.some((id) => run.ids.includes(id))
  const sameId = segments.find((segment) => shares(segment) && isHalf(segment))
  if (sameId || run.side === 'target' || runs.some(shares)) return sameId
  const previous = segments.at(-1)
  return previous && runs[index - 1]?.side === 'target' && isHalf(previous) ? previous : undefined
}

function isHalf(segment: Half): boolean {
  return segment.side === 'target' ? segment.source === null : segment.target === ''
}

function reportUnpaired(source: Source, start: number, segments: Segment[]): void {
  const noTarget = segments.find(
    (segment) => segment.source !== null && segment.source !== '' && segment.target === '',
  )
  const noSource = segments.find((segment) => segment.source === null && segment.ids.length > 0)
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
  const tracker = createSideTracker()
  const spans: [number, number][] = []
  let first: number | null = null
  for (const piece of raw.pieces) {
    for (const part of splitMarks(piece.raw, marked)) {
      if (part.tag) {
        tracker.tag(part.tag)
        continue
      }
      const trimmed = part.text.trim()
      if (trimmed === '') continue
      const lead = part.text.length - part.text.trimStart().length
      const start = marked.toSource(piece.at + part.at + lead)
      first ??= start
      if (tracker.side !== 'source') spans.push([start, start + trimmed.length])
    }
  }
  return {first, spans}
}
