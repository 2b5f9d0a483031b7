/** Values of a flow picture: what is drawn, in which language, and where everything stands, in pixels. */
import type {Endpoint, EndpointRef, PortRange} from '../../model/schema.ts'
import type {TopicRule} from '../../model/topic-rules.ts'

/** What a comparison says of a rule; `changed` is one whose line reads the same before and after. */
export type FlowMark = 'opened' | 'closed' | 'changed'

export interface FlowRule extends TopicRule {
  mark: FlowMark | null
  /** Where the arrow leads: `#r-0123456789`, or a page and that. */
  href: string
}

/** `unstated` holds the end that a document doesn't tell. */
export type FlowZone = Exclude<Endpoint['zone'], 'unknown'> | 'unstated'

/** All words of a picture, in the reader's language. */
export interface FlowWords {
  /** Its accessible name and description. */
  title: string
  description: string
  zones: Record<FlowZone, string>
  /** Name of a source that the document doesn't state. */
  unstated: string
  marks: Record<FlowMark, string>
  nameOf: (endpoint: EndpointRef) => string
  formatPorts: (ranges: readonly PortRange[]) => string
}

export interface FlowBox {
  key: string
  zone: FlowZone
  name: string
}

/** What one arrow lets through, in one line of text; it stands for one rule or for several alike. */
export interface FlowLine {
  text: string
  mark: FlowMark | null
  href: string
}

/** One arrow: everything from one box to another. */
export interface FlowGroup {
  from: FlowBox
  to: FlowBox
  lines: FlowLine[]
}

/** The left upper corner and the size. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

/** One line of text; `x` and `y` of the rectangle are its left upper corner, text is centred in it. */
export interface PlacedText extends Rect {
  text: string
}

export interface PlacedBox extends Rect {
  zone: FlowZone
  lines: PlacedText[]
}

export interface PlacedZone extends Rect {
  zone: FlowZone
  titles: PlacedText[]
}

export interface PlacedLine extends PlacedText {
  href: string
  mark: FlowMark | null
  /** What a screen reader says: both ends and the text. */
  name: string
}

export interface PlacedArrow {
  /** Corners of the line; the head is at the last one. */
  points: [x: number, y: number][]
  /** All lines have the same mark; null where they differ. */
  mark: FlowMark | null
  lines: PlacedLine[]
}

export interface FlowModel {
  width: number
  height: number
  /** Vertical lines below the boxes, as x and the upper end; they run to the bottom. */
  lifelines: {x: number; y: number}[]
  zones: PlacedZone[]
  boxes: PlacedBox[]
  arrows: PlacedArrow[]
}
