/** Pairs the stretches of a cell's two languages into segments. */
import type {Segment} from '../../model/schema.ts'

/** A stretch of text of one side; `ids` are those of its span. */
export interface Run {
  side: 'target' | 'source'
  ids: readonly string[]
  text: string
}

/** A segment that waits for its other side. */
interface Half {
  segment: Segment
  side: Run['side']
  whole: boolean
}

/** Segments in the order of their first run: paired by segment id, else English with the unpaired target just before it. */
export function pairRuns(runs: readonly Run[]): Segment[] {
  const halves: Half[] = []
  const known = {target: idsOf(runs, 'target'), source: idsOf(runs, 'source')}
  const waiting = {target: new Map<string, Half[]>(), source: new Map<string, Half[]>()}
  let previous: Half | null = null
  for (const run of runs) {
    const other = run.side === 'source' ? 'target' : 'source'
    const partner = firstWaiting(waiting[other], run.ids)
    const named = run.ids.some((id) => known[other].has(id))
    const neighbour = !named && run.side === 'source' && previous?.side === 'target' ? previous : null
    const half = partner ?? (neighbour?.whole ? null : neighbour)
    if (half) {
      join(half, run)
      previous = null
      continue
    }
    const [source, target] = run.side === 'source' ? [run.text, ''] : [null, run.text]
    previous = {segment: {ids: [...run.ids], source, target}, side: run.side, whole: false}
    halves.push(previous)
    for (const id of run.ids) {
      const list = waiting[run.side].get(id)
      if (list) list.push(previous)
      else waiting[run.side].set(id, [previous])
    }
  }
  return halves.map(({segment}) => segment)
}

function idsOf(runs: readonly Run[], side: Run['side']): Set<string> {
  return new Set(runs.flatMap((run) => (run.side === side ? run.ids : [])))
}

function firstWaiting(waiting: ReadonlyMap<string, Half[]>, ids: readonly string[]): Half | null {
  for (const id of ids) {
    const list = waiting.get(id)
    while (list?.[0]?.whole) list.shift()
    if (list?.[0]) return list[0]
  }
  return null
}

function join(half: Half, run: Run): void {
  half.whole = true
  half.segment.ids = [...new Set([...half.segment.ids, ...run.ids])]
  if (run.side === 'source') half.segment.source = run.text
  else half.segment.target = run.text
}
