/** The layout for phones and for many machines: each arrow from a box above to a box below it. */

import type {FlowBox, FlowGroup, FlowModel, FlowWords, PlacedArrow, PlacedBox} from './flow-types.ts'
import {legendBottom, placeLegend, shownStyles} from './legend.ts'
import {boxText, commonMark, labelLines, lineHeight, placeLines} from './place-lines.ts'
import {wrapText} from './text-width.ts'

const width = 340
const margin = 8
const padding = 8
const size = 14
const arrowRoom = 34
const gap = 22

/** What the lines mean, as a piece of its own; null where all are plain. */
export function stackLegend(groups: readonly FlowGroup[], words: FlowWords): FlowModel | null {
  const legend = placeLegend(shownStyles(groups), words, {
    x: margin,
    y: margin,
    width: width - 2 * margin,
    size,
  })
  if (legend.length === 0) return null
  const height = legendBottom(legend, 0) + margin
  return {width, height, lifelines: [], zones: [], firewalls: [], boxes: [], arrows: [], legend}
}

export function stackLayout(groups: readonly FlowGroup[], words: FlowWords): FlowModel {
  const boxes: PlacedBox[] = []
  const arrows: PlacedArrow[] = []
  let y = margin
  for (const group of groups) {
    const from = placeBox(group.from, words, y)
    const labelTop = from.y + from.height + padding
    const centre = margin + arrowRoom + (width - 2 * margin - arrowRoom) / 2
    const room = width - 2 * margin - arrowRoom
    const lines = labelLines(group, words, {centre, y: labelTop, size, width: room})
    const to = placeBox(group.to, words, labelTop + lines.length * lineHeight + padding)
    const x = margin + arrowRoom / 2
    boxes.push(from, to)
    arrows.push({
      points: [
        [x, from.y + from.height],
        [x, to.y],
      ],
      mark: commonMark(group),
      style: group.style,
      lines,
    })
    y = to.y + to.height + gap
  }
  const height = y - gap + margin
  return {width, height, lifelines: [], zones: [], firewalls: [], boxes, arrows, legend: []}
}

/** The zone stands in the box: here no column tells it. */
function placeBox(box: FlowBox, words: FlowWords, y: number): PlacedBox {
  const inner = width - 2 * margin - 2 * padding
  const {zone} = box
  const texts = box.key === 'unstated' ? [box.name] : [`${boxText(box)} · ${words.zones[zone]}`]
  const lines = placeLines(
    texts.flatMap((text) => wrapText(text, size, inner)),
    width / 2,
    y + padding / 2,
    size,
  )
  return {zone, x: margin, y, width: width - 2 * margin, height: lines.length * lineHeight + padding, lines}
}
