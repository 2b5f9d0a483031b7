/** Tells what the lines of a picture mean, and which lines and walls a picture has. */
import type {FlowGroup, FlowStyle, FlowWords, FlowZone, PlacedSample} from './flow-types.ts'
import {styleOrder} from './groups.ts'
import {lineHeight, placeLines} from './place-lines.ts'
import {textWidth, wrapText} from './text-width.ts'

const sampleWidth = 44
const sampleGap = 8
const itemGap = 24

/** Styles that occur; one that is plain alone needs no word. */
export function shownStyles(groups: readonly FlowGroup[]): FlowStyle[] {
  const styles = styleOrder.filter((style) => groups.some((group) => group.style === style))
  return styles.some((style) => style !== 'plain') ? styles : []
}

/**
 * The zones that a wall stands in front of: between the Internet and the edge, and between the edge and the inside;
 * between the Internet and the inside where no edge is drawn. `zones` are sorted from the outside in.
 */
export function walledZones(zones: readonly FlowZone[]): FlowZone[] {
  const edge = zones.find((zone) => zone === 'edge-external' || zone === 'edge-internal')
  const outside = zones.includes('internet') && edge !== undefined ? [edge] : []
  const inside: FlowZone[] =
    zones.includes('internal') && (edge !== undefined || zones.includes('internet')) ? ['internal'] : []
  return [...outside, ...inside]
}

/** Samples from left to right, and in more rows where they don't fit; `y` is the upper edge of the first. */
export function placeLegend(
  shown: readonly PlacedSample['shows'][],
  words: FlowWords,
  {x: left, y: top, width, size}: {x: number; y: number; width: number; size: number},
): PlacedSample[] {
  let [x, y, rows] = [left, top, 1]
  return shown.map((shows) => {
    const drawn = shows === 'characters' ? 0 : sampleWidth + sampleGap
    const wrapped = wrapText(sampleText(shows, words), size, width - drawn)
    const room = drawn + Math.max(0, ...wrapped.map((line) => textWidth(line, size)))
    if (x > left && x + room > left + width) {
      x = left
      y += rows * lineHeight
      rows = 1
    }
    const start = x + drawn
    const lines = placeLines(wrapped, 0, y, size).map((line) => ({...line, x: start}))
    rows = Math.max(rows, wrapped.length)
    const sample = {x, y, width: sampleWidth, height: lineHeight}
    x += room + itemGap
    return {shows, sample, lines}
  })
}

function sampleText(shows: PlacedSample['shows'], words: FlowWords): string {
  if (shows === 'characters') return words.characters ?? ''
  return shows === 'firewall' ? words.firewall : words.styles[shows]
}

/** Of everything in a legend, the lower edge; `least` where it is empty. */
export const legendBottom = (legend: readonly PlacedSample[], least: number): number =>
  Math.max(least, ...legend.flatMap(({lines}) => lines.map((line) => line.y + line.height)))
