/** Places lines of text one below the other, and the lines of an arrow's label. */

import type {FlowBox, FlowGroup, FlowLine, FlowMark, FlowWords, PlacedLine, PlacedText} from './flow-types.ts'
import {textWidth, wrapText} from './text-width.ts'

export const lineHeight = 20

/** Centred on `centre`; `y` is the upper edge of the first line. */
export const placeLines = (texts: readonly string[], centre: number, y: number, size: number): PlacedText[] =>
  texts.map((text, at) => {
    const width = textWidth(text, size)
    return {text, x: centre - width / 2, y: y + at * lineHeight, width, height: lineHeight}
  })

/** What stands in a box: `A/V Edge service (public IP, VIP)`. */
export const boxText = ({name, addresses}: FlowBox): string =>
  addresses.length === 0 ? name : `${name} (${addresses.join(', ')})`

const markers = {opened: '+ ', closed: '− ', changed: '± '} as const

/** A line with the character of what a comparison says of it. */
export const markedText = ({mark, text}: Pick<FlowLine, 'mark' | 'text'>): string =>
  mark === null ? text : `${markers[mark]}${text}`

/** What a group says, wrapped to `width`; every piece of a line leads where the line does. */
export function labelLines(
  group: FlowGroup,
  words: FlowWords,
  {centre, y, size, width}: {centre: number; y: number; size: number; width: number},
): PlacedLine[] {
  const pieces = group.lines.flatMap((line) => {
    const denied = group.style === 'deny' ? '✕ ' : ''
    const marked = `${denied}${markedText(line)}`
    return wrapText(marked, size, width).map((text) => ({text, line}))
  })
  const placed = placeLines(
    pieces.map(({text}) => text),
    centre,
    y,
    size,
  )
  return placed.flatMap((place, at) => {
    const line = pieces[at]?.line
    if (line === undefined) return []
    const text = line.mark === null ? line.text : `${words.marks[line.mark]}: ${line.text}`
    const said = group.style === 'plain' ? text : `${text} (${words.styles[group.style]})`
    return {
      ...place,
      href: line.href,
      mark: line.mark,
      name: `${group.from.name} → ${group.to.name}: ${said}`,
    }
  })
}

/** The mark that all lines of a group share. */
export function commonMark({lines}: FlowGroup): FlowMark | null {
  const [first] = lines
  return first !== undefined && lines.every(({mark}) => mark === first.mark) ? first.mark : null
}
