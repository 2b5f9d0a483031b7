/**
 * Writes the flows of a topic as a Mermaid flowchart, to be pasted into a document: zones as subgraphs, machines as
 * nodes, one arrow for all rules of one style between two machines.
 * Source: the reference of Mermaid's flowchart syntax (subgraphs, links, entity codes).
 */
import type {FlowGroup, FlowStyle, FlowWords} from './flow-types.ts'
import {zoneOrder} from './groups.ts'
import {boxText, markedText} from './place-lines.ts'
import {flowBoxes} from './wide.ts'

const links: Record<FlowStyle, string> = {
  plain: '-->',
  conditional: '-.->',
  optional: '-.->',
  legacy: '-.->',
  deny: '--x',
}

/** Ends with a line end. Colours and sizes are left to the document that holds it. */
export function flowToMermaid(groups: readonly FlowGroup[], words: FlowWords): string {
  const boxes = flowBoxes(groups)
  const nodes = new Map(boxes.map(({key}, at) => [key, `m${at + 1}`]))
  const zones = zoneOrder.flatMap((zone, at) => {
    const own = boxes.filter((box) => box.zone === zone)
    if (own.length === 0) return []
    const inside = own.map((box) => `    ${nodes.get(box.key)}[${quoted(boxText(box))}]`)
    return [`  subgraph z${at + 1} [${quoted(words.zones[zone])}]`, ...inside, '  end']
  })
  const arrows = groups.map(({from, to, style, lines}) => {
    const said = style === 'plain' ? [] : [encoded(words.styles[style])]
    const label = [...said, ...lines.map((line) => encoded(markedText(line)))].join('<br>')
    return `  ${nodes.get(from.key)} ${links[style]}|"${label}"| ${nodes.get(to.key)}`
  })
  return [
    '---',
    `title: ${JSON.stringify(words.title)}`,
    '---',
    'flowchart LR',
    ...zones,
    ...arrows,
    ...(words.characters === undefined
      ? []
      : [
          `  subgraph legend [${quoted(words.legend)}]`,
          `    characters[${quoted(words.characters)}]`,
          '  end',
        ]),
    '',
  ].join('\n')
}

const quoted = (text: string): string => `"${encoded(text)}"`

/** Everything that could be markup of Mermaid, Markdown or HTML becomes an entity code. */
const encoded = (text: string): string =>
  text.replace(/[^\p{L}\p{M}\p{N} ,()/:-]|^-/gu, (character) => `#${character.codePointAt(0)};`)
