/** The flow picture of a topic or a comparison as files of their own, for a design document: SVG, and Mermaid to go on with. */
import type {TopicDiff} from '../../compare/diff.ts'
import sheet from '../../compare/flow/flow.css?raw'
import type {FlowRule} from '../../compare/flow/flow-types.ts'
import {flowGroups} from '../../compare/flow/groups.ts'
import {flowToMermaid} from '../../compare/flow/mermaid.ts'
import {diffFlowRules} from '../../compare/flow/picture.ts'
import {flowToSvg} from '../../compare/flow/svg.ts'
import {wideLayout} from '../../compare/flow/wide.ts'
import type {Endpoint} from '../../model/schema.ts'
import type {Reader} from '../shared/reader.ts'
import {flowWords} from './flow-picture.ts'

/** What a file shows, in the reader's language. */
export interface FlowFile {
  rules: readonly FlowRule[]
  title: string
  /** Whether its rules have the marks of a comparison, whose characters the file explains. */
  isMarked: boolean
  zones: readonly Pick<Endpoint, 'id' | 'zone'>[]
  reader: Reader
}

/** What the files of a comparison show: what opens, closes and changes, with the characters for it explained. */
export const diffFlowFile = (
  diff: TopicDiff,
  title: string,
  zones: FlowFile['zones'],
  reader: Reader,
): FlowFile => ({rules: diffFlowRules(diff, () => ''), title, isMarked: true, zones, reader})

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

function drawn({rules, title, isMarked, zones, reader}: FlowFile) {
  const characters = isMarked ? {characters: reader.t('flow.marks')} : {}
  const words = {...flowWords(rules.length, title, reader), ...characters}
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
