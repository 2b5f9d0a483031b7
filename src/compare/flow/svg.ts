/** Writes a flow picture as SVG: shapes and classes, colours are the style sheet's. */
import {xmlAttribute, xmlText} from '../../formats/xml.ts'
import type {
  FlowModel,
  FlowStyle,
  PlacedArrow,
  PlacedBox,
  PlacedLine,
  PlacedSample,
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
  /** Rules of style that a picture in a file of its own carries; without them it is a fragment for a page. */
  style?: string
}

/**
 * A fragment for an HTML page, or the text of a file, whose labels lead nowhere; every text is escaped. Sizes are in
 * pixels at full size, and it shrinks with its parent.
 */
export function flowToSvg(model: FlowModel, labels: SvgLabels): string {
  const {id, title, description, className, style} = labels
  const linked = style === undefined
  const {width, height} = model
  const described = description === '' ? '' : ` aria-describedby="${xmlAttribute(id)}-desc"`
  const parts = [
    `<svg${linked ? '' : ' xmlns="http://www.w3.org/2000/svg"'} class="flow-picture ${xmlAttribute(className)}" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="group" aria-labelledby="${xmlAttribute(id)}-title"${described}>`,
    `<title id="${xmlAttribute(id)}-title">${xmlText(title)}</title>`,
    description === '' ? '' : `<desc id="${xmlAttribute(id)}-desc">${xmlText(description)}</desc>`,
    linked ? '' : `<style>${xmlText(style)}</style>${rect({x: 0, y: 0, width, height}, 0, ' fill="#fff"')}`,
    definitions(model, id),
    ...model.zones.map(zoneToSvg),
    ...model.firewalls.map((wall) => wallToSvg(wall, id)),
    ...model.lifelines.map(
      ({x, y, end}) => `<path class="flow-lifeline" d="M${px(x)} ${px(y)}V${px(end)}"/>`,
    ),
    ...model.boxes.map(boxToSvg),
    ...model.arrows.map((arrow) => arrowToSvg(arrow, id, linked)),
    ...model.legend.map((sample) => sampleToSvg(sample, id)),
    '</svg>',
  ]
  return parts.join('')
}

/** Ends of lines and the pattern of walls, as far as the picture has them. */
function definitions({arrows, firewalls, legend}: FlowModel, id: string): string {
  const own = xmlAttribute(id)
  const denies = arrows.some(({style}) => style === 'deny') || legend.some(({shows}) => shows === 'deny')
  const marker = (name: string, shape: string): string =>
    `<marker id="${own}-${name}" class="flow-${name}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto">${shape}</marker>`
  return [
    '<defs>',
    marker('head', '<path d="M0 0L8 4L0 8z"/>'),
    denies ? marker('stop', '<path d="M1 1L7 7M7 1L1 7"/>') : '',
    firewalls.length === 0
      ? ''
      : `<pattern id="${own}-wall" width="8" height="12" patternUnits="userSpaceOnUse"><rect class="flow-mortar" width="8" height="12"/><path class="flow-bricks" d="M0 0H8M0 6H8M2 0V6M6 6V12"/></pattern>`,
    '</defs>',
  ].join('')
}

const wallToSvg = (wall: Rect, id: string): string =>
  `<g class="flow-wall">${rect(wall, 0, ` fill="url(#${xmlAttribute(id)}-wall)"`)}</g>`

/** Tenths are enough, and the same on every machine. */
const px = (value: number): string => String(Math.round(value * 10) / 10)

/** `more` is markup of further attributes. */
const rect = ({x, y, width, height}: Rect, radius: number, more = ''): string =>
  `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${radius}"${more}/>`

const zoneToSvg = (zone: PlacedZone): string =>
  `<g class="flow-zone flow-${zone.zone}">${rect(zone, 6)}${zone.titles.map(text).join('')}</g>`

const boxToSvg = (box: PlacedBox): string =>
  `<g class="flow-box flow-${box.zone}">${rect(box, 6)}${box.lines.map(text).join('')}</g>`

/** Text is set on its base line, about two thirds down. */
const text = (line: PlacedText): string =>
  `<text x="${px(line.x + line.width / 2)}" y="${px(line.y + line.height * 0.7)}" text-anchor="middle">${xmlText(line.text)}</text>`

function arrowToSvg({points, mark, style, lines}: PlacedArrow, id: string, linked: boolean): string {
  const path = points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')
  const [first] = lines
  const line = lineWithHead(path, style, id)
  // The line is one more way to the first rule; keyboard and screen reader have its label.
  const drawn =
    first === undefined || !linked
      ? line
      : `<a href="${xmlAttribute(first.href)}" tabindex="-1" aria-hidden="true">${line}</a>`
  return `<g class="flow-arrow flow-${style}${mark === null ? '' : ` flow-${mark}`}">${drawn}${lines.map(linked ? lineToSvg : lineOfFile).join('')}</g>`
}

const lineWithHead = (path: string, style: FlowStyle, id: string): string =>
  `<path class="flow-line" d="${path}" marker-end="url(#${xmlAttribute(id)}-${style === 'deny' ? 'stop' : 'head'})"/>`

function sampleToSvg({shows, sample, lines}: PlacedSample, id: string): string {
  const {x, y, width, height} = sample
  const middle = y + height / 2
  const drawn =
    shows === 'characters'
      ? ''
      : shows === 'firewall'
        ? wallToSvg({x: x + width - 8, y: y + 2, width: 8, height: height - 4}, id)
        : lineWithHead(`M${px(x)} ${px(middle)}L${px(x + width)} ${px(middle)}`, shows, id)
  return `<g class="flow-sample flow-${shows}">${drawn}${lines.map(wordsBeside).join('')}</g>`
}

const wordsBeside = (line: PlacedText): string =>
  `<text x="${px(line.x)}" y="${px(line.y + line.height * 0.7)}">${xmlText(line.text)}</text>`

const lineToSvg = (line: PlacedLine, at: number, all: readonly PlacedLine[]): string => {
  // A label that needed several lines is one link to a screen reader.
  const continued = all[at - 1]?.name === line.name
  const said = continued ? 'tabindex="-1" aria-hidden="true"' : `aria-label="${xmlAttribute(line.name)}"`
  return `<a href="${xmlAttribute(line.href)}" class="${labelClass(line)}" ${said}>${rect(line, 2)}${text(line)}</a>`
}

const lineOfFile = (line: PlacedLine): string =>
  `<g class="${labelClass(line)}">${rect(line, 2)}${text(line)}</g>`

const labelClass = ({mark}: PlacedLine): string => (mark === null ? 'flow-label' : `flow-label flow-${mark}`)
