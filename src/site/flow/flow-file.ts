/** The flow picture of a topic as files of their own, for a design document: SVG, and Mermaid to go on with. */
import sheet from '../../compare/flow/flow.css?raw'
import {flowGroups} from '../../compare/flow/groups.ts'
import {flowToMermaid} from '../../compare/flow/mermaid.ts'
import {topicFlowRules} from '../../compare/flow/picture.ts'
import {flowToSvg} from '../../compare/flow/svg.ts'
import {wideLayout} from '../../compare/flow/wide.ts'
import type {Endpoint} from '../../model/schema.ts'
import type {RuleTables} from '../../model/topic-rules.ts'
import type {Reader} from '../shared/reader.ts'
import {flowWords} from './flow-picture.ts'

/** What a file shows, in the reader's language. */
export interface FlowFile {
  topic: RuleTables
  title: string
  zones: readonly Pick<Endpoint, 'id' | 'zone'>[]
  reader: Reader
}

/** In the colours of a light page, with nothing that it needs from elsewhere. */
export function flowSvgFile(file: FlowFile): string {
  const {groups, words} = drawn(file)
  const labels = {
    id: 'flow',
    title: words.title,
    description: '',
    className: 'flow-wide',
    style: fileStyle(sheet),
  }
  return `${flowToSvg(wideLayout(groups, words), labels)}\n`
}

export function flowMermaidFile(file: FlowFile): string {
  const {groups, words} = drawn(file)
  return flowToMermaid(groups, words)
}

function drawn({topic, title, zones, reader}: FlowFile) {
  const rules = topicFlowRules(topic, () => '')
  const words = flowWords(rules.length, title, reader)
  return {groups: flowGroups(rules, zones, words), words}
}

/**
 * The sheet with its light colours written out: programs that draw SVG know neither custom properties nor
 * `light-dark()`, and a file has no page to inherit a font from.
 */
export function fileStyle(css: string): string {
  const own = new Map(
    [...css.matchAll(/(--flow-[a-z]+): light-dark\((#[0-9a-f]+),/gu)].map(([, name, light]) => [name, light]),
  )
  return css
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/@[^{]+\{(?:[^{}]|\{[^{}]*\})*\}/gu, '')
    .replace(/--flow-[a-z]+: [^;]*;/gu, '')
    .replace(
      /var\((--[a-z-]+)(?:, ([^()]*))?\)/gu,
      (_, name, fallback) => own.get(name) ?? fallback ?? 'inherit',
    )
    .replace('font-family: inherit', 'font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif')
    .replace(/\s+/gu, ' ')
    .trim()
}
