/** Writes a flow picture as SVG: shapes and classes, colours are the style sheet's. */
import {xmlAttribute, xmlText} from '../../formats/xml.ts'
import type {
  FlowModel,
  PlacedArrow,
  PlacedBox,
  PlacedLine,
  PlacedText,
  PlacedZone,
  Rect,
} from './flow-types.ts'

export interface SvgLabels {
  /** Unique in the page: the prefix of ids inside the picture. */
  id: string
  title: string
  /** Empty for a picture whose title says it all. */
  description: string
  /** Class of the root beside `flow-picture`: `flow-wide`, `flow-stack`. */
  className: string
}

/** A fragment for an HTML page; every text is escaped. Sizes are in pixels at full size, and it shrinks with its parent. */
export function flowToSvg(model: FlowModel, {id, title, description, className}: SvgLabels): string {
  const {width, height} = model
  const described = description === '' ? '' : ` aria-describedby="${xmlAttribute(id)}-desc"`
  const parts = [
    `<svg class="flow-picture ${xmlAttribute(className)}" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="group" aria-labelledby="${xmlAttribute(id)}-title"${described}>`,
    `<title id="${xmlAttribute(id)}-title">${xmlText(title)}</title>`,
    description === '' ? '' : `<desc id="${xmlAttribute(id)}-desc">${xmlText(description)}</desc>`,
    `<defs><marker id="${xmlAttribute(id)}-head" class="flow-head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...model.zones.map(zoneToSvg),
    ...model.lifelines.map(({x, y}) => `<path class="flow-lifeline" d="M${px(x)} ${px(y)}V${px(height)}"/>`),
    ...model.boxes.map(boxToSvg),
    ...model.arrows.map((arrow) => arrowToSvg(arrow, id)),
    '</svg>',
  ]
  return parts.join('')
}

/** Tenths are enough, and the same on every machine. */
const px = (value: number): string => String(Math.round(value * 10) / 10)

const rect = ({x, y, width, height}: Rect, radius: number): string =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${radius}"/>`

const zoneToSvg = (zone: PlacedZone): string =>
  `<g class="flow-zone flow-${zone.zone}">${rect(zone, 6)}${zone.titles.map(text).join('')}</g>`

const boxToSvg = (box: PlacedBox): string =>
  `<g class="flow-box flow-${box.zone}">${rect(box, 6)}${box.lines.map(text).join('')}</g>`

/** Text is set on its base line, about two thirds down. */
const text = (line: PlacedText): string =>
  `<text x="${px(line.x + line.width / 2)}" y="${px(line.y + line.height * 0.7)}" text-anchor="middle">${xmlText(line.text)}</text>`

function arrowToSvg({points, mark, lines}: PlacedArrow, id: string): string {
  const path = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')
  const [first] = lines
  const line = `<path class="flow-line" d="${path}" marker-end="url(#${xmlAttribute(id)}-head)"/>`
  // The line is one more way to the first rule; keyboard and screen reader have its label.
  const linked =
    first === undefined
      ? line
      : `<a href="${xmlAttribute(first.href)}" tabindex="-1" aria-hidden="true">${line}</a>`
  return `<g class="flow-arrow${mark === null ? '' : ` flow-${mark}`}">${linked}${lines.map(lineToSvg).join('')}</g>`
}

const lineToSvg = (line: PlacedLine, at: number, all: readonly PlacedLine[]): string => {
  // A label that needed several lines is one link to a screen reader.
  const continued = all[at - 1]?.name === line.name
  const said = continued ? 'tabindex="-1" aria-hidden="true"' : `aria-label="${xmlAttribute(line.name)}"`
  const mark = line.mark === null ? '' : ` class="flow-${line.mark}"`
  return `<a href="${xmlAttribute(line.href)}"${mark} ${said}>${rect(line, 2)}${text(line)}</a>`
}
