/** Where ports and ranges stand on a picture to scale from 0 to 65,535: numbers only, for whoever draws them. */
import {MAX_PORT} from '../model/max-port.ts'
import type {PortRange} from '../model/schema.ts'

export interface ScaleInput {
  id: string
  range: PortRange
  /** How many rules name it. */
  rules: number
}

/** One port or range; lengths in units of the picture, whose width is given. */
export interface ScaleMark extends ScaleInput {
  x: number
  /** At least one unit, so that a single port can be seen. */
  width: number
  /** Line of the picture, from 0: marks on one line don't touch. */
  lane: number
}

export interface Scale {
  width: number
  lanes: number
  /** How many of the lanes, the upper ones, hold single ports. */
  singleLanes: number
  /** Single ports on the upper lanes, ranges below them, each sorted by place. */
  marks: ScaleMark[]
  /** Numbers to write under the picture. */
  ticks: {port: number; x: number}[]
}

const PORTS = 65536
/** Empty units between two marks of a line. */
const GAP = 1.5
const ticksAt = [0, 10000, 20000, 30000, 40000, 50000, 60000, MAX_PORT]

/** @param width of the picture in its own units, such as 1000 */
export const portScale = (input: readonly ScaleInput[], width: number): Scale => {
  const unit = width / PORTS
  const place = ({range: [low, high]}: ScaleInput) => {
    const length = Math.max(1, (high - low + 1) * unit)
    return {x: round(Math.min(low * unit, width - length)), width: round(length)}
  }
  const sorted = input.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
  const single = inLanes(
    sorted.filter(({range}) => range[0] === range[1]).map((mark) => ({...mark, ...place(mark)})),
    0,
  )
  const wide = inLanes(
    sorted.filter(({range}) => range[0] !== range[1]).map((mark) => ({...mark, ...place(mark)})),
    single.lanes,
  )
  return {
    width,
    lanes: wide.lanes,
    singleLanes: single.lanes,
    marks: [...single.marks, ...wide.marks],
    ticks: ticksAt.map((port) => ({port, x: round(port * unit)})),
  }
}

/** Puts each mark on the first line where it touches none; `from` is the first line to use. */
const inLanes = (
  marks: readonly Omit<ScaleMark, 'lane'>[],
  from: number,
): {marks: ScaleMark[]; lanes: number} => {
  const ends: number[] = []
  const placed = marks.map((mark): ScaleMark => {
    const free = ends.findIndex((end) => end + GAP <= mark.x)
    const lane = free === -1 ? ends.length : free
    ends[lane] = mark.x + mark.width
    return {...mark, lane: from + lane}
  })
  return {marks: placed, lanes: from + ends.length}
}

const round = (value: number): number => Math.round(value * 100) / 100
