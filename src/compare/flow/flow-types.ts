/** Values of a flow picture: what is drawn, in which language, and where everything stands, in pixels. */
import type {Endpoint, EndpointRef, PortRange} from '../../model/schema.ts'
import type {TopicRule} from '../../model/topic-rules.ts'

/** What a comparison says of a rule; `changed` is one whose line reads the same before and after. */
export type FlowMark = 'opened' | 'closed' | 'changed'

/**
 * How an arrow is drawn: `plain` for what is required or of which nothing is said; what must not be opened is `deny`,
 * whatever else is said of it.
 */
export type FlowStyle = 'plain' | 'conditional' | 'optional' | 'legacy' | 'deny'

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
  /** What the characters of marks mean, where the picture stands without a page that says so. */
  characters?: string
  styles: Record<FlowStyle, string>
  /** Heading of what the lines mean. */
  legend: string
  /** Name of what stands between two zones. */
  firewall: string
  nameOf: (endpoint: EndpointRef) => string
  /** Kinds of addresses that an end states: `public IP`, `VIP`. */
  addressesOf: (endpoint: EndpointRef) => string[]
  formatPorts: (ranges: readonly PortRange[]) => string
}

export interface FlowBox {
  key: string
  zone: FlowZone
  name: string
  /** Kinds of addresses that rules name it by, sorted. */
  addresses: string[]
}

/** What one arrow lets through, in one line of text; it stands for one rule or for several alike. */
export interface FlowLine {
  text: string
  mark: FlowMark | null
  href: string
}

/** One arrow: everything of one style from one box to another. */
export interface FlowGroup {
  from: FlowBox
  to: FlowBox
  style: FlowStyle
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
  style: FlowStyle
  lines: PlacedLine[]
}

/** A sample of what a picture draws, and what it stands for. */
export interface PlacedSample {
  /** `characters` is words alone. */
  shows: FlowStyle | 'firewall' | 'characters'
  sample: Rect
  lines: PlacedText[]
}

export interface FlowModel {
  width: number
  height: number
  /** Vertical lines below the boxes, from `y` down to `end`. */
  lifelines: {x: number; y: number; end: number}[]
  zones: PlacedZone[]
  /** Walls between zones. */
  firewalls: Rect[]
  boxes: PlacedBox[]
  arrows: PlacedArrow[]
  /** Empty where every arrow is plain and no wall stands. */
  legend: PlacedSample[]
}
