/** The layout for phones and for many machines: each arrow from a box above to a box below it. */

import type {FlowBox, FlowGroup, FlowModel, FlowWords, PlacedArrow, PlacedBox} from './flow-types.ts'
import {commonMark, labelLines, lineHeight, placeLines} from './place-lines.ts'
import {wrapText} from './text-width.ts'

const width = 340
const margin = 8
const padding = 8
const size = 14
const arrowRoom = 34
const gap = 22

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
      lines,
    })
    y = to.y + to.height + gap
  }
  return {width, height: y - gap + margin, lifelines: [], zones: [], boxes, arrows}
}

/** The zone stands in the box: here no column tells it. */
function placeBox({zone, name}: FlowBox, words: FlowWords, y: number): PlacedBox {
  const inner = width - 2 * margin - 2 * padding
  const texts = zone === 'unstated' ? [name] : [`${name} · ${words.zones[zone]}`]
  const lines = placeLines(
    texts.flatMap((text) => wrapText(text, size, inner)),
    width / 2,
    y + padding / 2,
    size,
  )
  return {zone, x: margin, y, width: width - 2 * margin, height: lines.length * lineHeight + padding, lines}
}
