/** The layout for screens and paper: zones and their machines side by side, one arrow below the other. */

import type {
  FlowBox,
  FlowGroup,
  FlowModel,
  FlowWords,
  FlowZone,
  PlacedArrow,
  PlacedBox,
  PlacedZone,
  Rect,
} from './flow-types.ts'
import {zoneOrder} from './groups.ts'
import {legendBottom, placeLegend, shownStyles, walledZones} from './legend.ts'
import {boxText, commonMark, labelLines, lineHeight, placeLines} from './place-lines.ts'
import {wrapText} from './text-width.ts'

/** More machines than this side by side are too small to read; `stackLayout` shows them. */
export const widestPicture = 11

const boxWidth = 106
const columnWidth = 114
const zoneTitleHeight = 34
const boxPadding = 5
const labelGap = 6
const arrowGap = 18
const margin = 12
const boxSize = 12
/** Titles are bold, which is wider than the estimate. */
const zoneSize = 13
const labelSize = 13
/** A label may be wider than a short arrow: no other label stands beside it. */
const narrowestLabel = 230
const loopWidth = 40
/** As wide as the room between the boxes of two zones. */
const wallWidth = columnWidth - boxWidth

/** Boxes of all groups, from the outside in. */
export function flowBoxes(groups: readonly FlowGroup[]): FlowBox[] {
  const boxes = new Map<string, FlowBox>()
  for (const {from, to} of groups) for (const box of [from, to]) boxes.set(box.key, box)
  return zoneOrder.flatMap((zone) =>
    [...boxes.values()].filter((box) => box.zone === zone).sort((one, two) => (one.key < two.key ? -1 : 1)),
  )
}

/**
 * No two labels share a height, so that none can cover another however long it is. `entities` stand side by side, also
 * those that no group of this part of a picture names.
 */
export function wideLayout(
  groups: readonly FlowGroup[],
  words: FlowWords,
  entities: readonly FlowBox[] = flowBoxes(groups),
): FlowModel {
  const width = Math.max(entities.length * columnWidth, narrowestLabel) + 2 * margin
  const boxes = placeBoxes(entities, words)
  const top = Math.max(0, ...boxes.map((box) => box.y + box.height))
  const centres = new Map(entities.map(({key}, at) => [key, margin + (at + 0.5) * columnWidth]))
  const arrows: PlacedArrow[] = []
  let y = top + arrowGap
  for (const group of groups) {
    const arrow = placeArrow(group, words, {centres, y, width})
    arrows.push(arrow)
    y = Math.max(...arrow.points.map(([, each]) => each)) + arrowGap
  }
  const zones = placeZones(entities, words, y)
  const firewalls = placeWalls(zones)
  const legend = placeLegend(
    [
      ...shownStyles(groups),
      ...(firewalls.length === 0 ? [] : ['firewall' as const]),
      ...(words.characters === undefined ? [] : ['characters' as const]),
    ],
    words,
    {
      x: margin,
      y: y + margin,
      width: width - 2 * margin,
      size: labelSize,
    },
  )
  return {
    width,
    height: legendBottom(legend, y) + margin,
    zones,
    firewalls,
    boxes,
    legend,
    lifelines: boxes.map((box) => ({x: box.x + box.width / 2, y: box.y + box.height, end: y})),
    arrows,
  }
}

function placeBoxes(entities: readonly FlowBox[], words: FlowWords): PlacedBox[] {
  const wrapped = entities.map((box) => wrapText(boxText(box), boxSize, boxWidth - 2 * boxPadding))
  const height = Math.max(1, ...wrapped.map(({length}) => length)) * lineHeight + 2 * boxPadding
  const y = margin + zoneTitleHeight + zoneTitleRows(entities, words) * lineHeight
  return entities.map(({zone}, at) => {
    const x = margin + at * columnWidth + (columnWidth - boxWidth) / 2
    const texts = wrapped[at] ?? []
    const first = y + (height - texts.length * lineHeight) / 2
    return {zone, x, y, width: boxWidth, height, lines: placeLines(texts, x + boxWidth / 2, first, boxSize)}
  })
}

const zoneWidth = (entities: readonly FlowBox[], zone: FlowZone): number =>
  entities.filter((box) => box.zone === zone).length * columnWidth

const zoneTitle = (entities: readonly FlowBox[], words: FlowWords, zone: FlowZone): string[] =>
  wrapText(words.zones[zone], zoneSize, zoneWidth(entities, zone) - 2 * boxPadding)

/** Lines that the longest title needs beside its first. */
const zoneTitleRows = (entities: readonly FlowBox[], words: FlowWords): number =>
  Math.max(1, ...entities.map(({zone}) => zoneTitle(entities, words, zone).length)) - 1

function placeZones(entities: readonly FlowBox[], words: FlowWords, height: number): PlacedZone[] {
  let x = margin
  return zoneOrder.flatMap((zone) => {
    const width = zoneWidth(entities, zone)
    if (width === 0) return []
    const left = x
    x += width
    const titles = placeLines(
      zoneTitle(entities, words, zone),
      left + width / 2,
      margin + boxPadding,
      boxSize,
    )
    return {zone, x: left, y: margin, width, height: height - margin, titles}
  })
}

/** On the outer border of each zone that has a wall. */
function placeWalls(zones: readonly PlacedZone[]): Rect[] {
  const walled = walledZones(zones.map(({zone}) => zone))
  return zones.flatMap(({zone, x, y, height}) =>
    walled.includes(zone) ? [{x: x - wallWidth / 2, y, width: wallWidth, height}] : [],
  )
}

function placeArrow(
  group: FlowGroup,
  words: FlowWords,
  {centres, y, width}: {centres: ReadonlyMap<string, number>; y: number; width: number},
): PlacedArrow {
  const from = centres.get(group.from.key) ?? 0
  const to = centres.get(group.to.key) ?? 0
  const room = Math.max(narrowestLabel, Math.abs(to - from) - 2 * boxPadding)
  const half = room / 2
  const centre = Math.min(Math.max((from + to) / 2, margin + half), width - margin - half)
  const lines = labelLines(group, words, {centre, y, size: labelSize, width: room})
  const line = y + lines.length * lineHeight + labelGap
  const points: [number, number][] =
    from === to
      ? [
          [from, line],
          [from + loopWidth, line],
          [from + loopWidth, line + arrowGap],
          [from, line + arrowGap],
        ]
      : [
          [from, line],
          [to, line],
        ]
  return {points, mark: commonMark(group), style: group.style, lines}
}
