/** The picture that other sites show beside a link: the ports of a topic on a chart, in no language. */
import type {PortRange, Transport} from '../../model/schema.ts'
import {round, strokeText, strokeWidth} from './stroke-letters.ts'

/** What Open Graph asks for. */
export const shareSize = {width: 1200, height: 630}

/** Some rules that name a port. */
export interface ChartedRule {
  ports: readonly PortRange[]
  transports: readonly Transport[]
}

const colour = {paper: '#fbf9f3', ink: '#123049', soft: '#4b5f71', line: '#e3dcc8', accent: '#9c1a5c'}
const left = 72
const right = shareSize.width - 72

/** An SVG without text, so that drawing it needs no font. */
export function sharePicture(rules: readonly ChartedRule[]): string {
  const {width, height} = shareSize
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${colour.paper}"/>`,
    rhumbLines(948, 270),
    compass(948, 270, 150),
    compass(left + 27, 84, 27),
    strokeText('PORTOLAN', left + 76, 68, 32, colour.ink),
    ...largePorts(rules),
    portLine(rules),
    '</svg>',
  ].join('')
}

const point = (x: number, y: number, radius: number, turn: number) =>
  `${round(x + radius * Math.sin(turn))} ${round(y - radius * Math.cos(turn))}`

/** The 32 winds, as on the charts that the site is named after. */
function rhumbLines(x: number, y: number): string {
  const lines = Array.from({length: 32}, (_, at) => `M${x} ${y}L${point(x, y, 1400, (at * Math.PI) / 16)}`)
  return `<path d="${lines.join('')}" stroke="${colour.line}" stroke-width="1.5"/>`
}

function compass(x: number, y: number, radius: number): string {
  const needle = (turn: number, length: number, fill: string) =>
    `<path fill="${fill}" d="M${point(x, y, length, turn)}L${point(x, y, radius * 0.17, turn + Math.PI / 2)}L${point(x, y, radius * 0.17, turn - Math.PI / 2)}Z"/>`
  const quarter = Math.PI / 2
  return [
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour.paper}" stroke="${colour.ink}" stroke-width="${round(radius / 18)}"/>`,
    ...[1, 3, 5, 7].map((eighth) => needle((eighth * quarter) / 2, radius * 0.5, '#b9c6cc')),
    needle(quarter, radius * 0.72, colour.soft),
    needle(3 * quarter, radius * 0.72, colour.soft),
    needle(2 * quarter, radius * 0.9, colour.ink),
    needle(0, radius * 0.9, colour.accent),
  ].join('')
}

/** The ports that most rules name, as large as there is room. */
function largePorts(rules: readonly ChartedRule[]): string[] {
  const named = rangesByUse(rules).filter(([low, high]) => high - low < 65_535)
  const lines: string[] = []
  let y = 176
  for (const {label, transports} of named.slice(0, 4).map(labelled(rules))) {
    lines.push(strokeText(label, left, y, 52, colour.ink))
    let x = left + strokeWidth(label, 52) + 40
    for (const transport of transports) {
      const name = transport.toUpperCase()
      const room = strokeWidth(name, 20)
      lines.push(
        `<rect x="${round(x - 14)}" y="${y + 6}" width="${round(room + 28)}" height="40" rx="20" fill="none" stroke="${colour.soft}" stroke-width="2"/>`,
        strokeText(name, x, y + 16, 20, colour.soft),
      )
      x += room + 44
    }
    y += 84
  }
  return lines
}

const labelled =
  (rules: readonly ChartedRule[]) =>
  ([low, high]: PortRange) => ({
    label: low === high ? `${low}` : `${low}-${high}`,
    transports: [
      ...new Set(
        rules
          .filter(({ports}) => ports.some((range) => range[0] === low && range[1] === high))
          .flatMap(({transports}) => transports),
      ),
    ].toSorted(),
  })

/** Most used first, then by number. */
function rangesByUse(rules: readonly ChartedRule[]): PortRange[] {
  const uses = new Map<string, {range: PortRange; count: number}>()
  for (const range of rules.flatMap(({ports}) => ports)) {
    const use = uses.get(range.join()) ?? {range, count: 0}
    uses.set(range.join(), {range, count: use.count + 1})
  }
  return [...uses.values()]
    .toSorted((a, b) => b.count - a.count || a.range[0] - b.range[0] || a.range[1] - b.range[1])
    .map(({range}) => range)
}

/** All ports from 0 to 65,535, low ones with more room, with the ports of the rules on it. */
function portLine(rules: readonly ChartedRule[]): string {
  const place = (port: number) => left + (right - left) * Math.sqrt(port / 65_535)
  const marks = rangesByUse(rules).map(([low, high]) => {
    const from = place(low)
    const room = Math.max(6, place(high) - from)
    return `<rect x="${round(Math.min(from, right - room))}" y="536" width="${round(room)}" height="34" rx="3" fill="${colour.accent}" fill-opacity="${low === high ? 1 : 0.3}"/>`
  })
  const ticks = [0, 1024, 8192, 16_384, 32_768, 49_152, 65_535].map((port) => `M${round(place(port))} 570v12`)
  return `${marks.join('')}<path d="M${left} 570H${right}${ticks.join('')}" stroke="${colour.ink}" stroke-width="3" fill="none"/>`
}
