import {describe, expect, it} from 'vitest'
import {flowGroups} from '../../../src/compare/flow/groups.ts'
import {flowToMermaid} from '../../../src/compare/flow/mermaid.ts'
import {flowToSvg} from '../../../src/compare/flow/svg.ts'
import {wideLayout} from '../../../src/compare/flow/wide.ts'
import {testEndpoints} from '../../support/export-request.ts'
import {flowWords} from '../../support/flow-words.ts'
import {ports, topicRule} from '../../support/rules.ts'

const characters = '+ opened, − closed, ± changed'
const rules = (['opened', 'closed', 'changed', null] as const).map((mark, at) => ({
  ...topicRule({ports: ports([7000 + at, 7000 + at])}, {id: `r-${at}`}),
  mark,
  href: '',
}))
const labels = {id: 'flow', title: 'Flows', description: '', className: 'flow-wide', style: ''}

describe('src/compare/flow, files of a comparison', () => {
  const words = flowWords({nameOf: ({id}) => id, characters})
  const groups = flowGroups(rules, testEndpoints, words)

  it('a picture explains the signs in its legend, below everything else', () => {
    const model = wideLayout(groups, words)
    const [legend] = model.legend.filter(({shows}) => shows === 'characters')
    expect(legend?.lines.map(({text}) => text)).toEqual([characters])
    for (const {y, height} of legend?.lines ?? []) expect(y + height).toBeLessThan(model.height)
    const svg = flowToSvg(model, labels)
    for (const text of [characters, '+ SIP(TLS) TCP 7000', '− SIP(TLS) TCP 7001', '± SIP(TLS) TCP 7002'])
      expect(svg).toContain(text)
  })

  it('a flowchart has the characters at its arrows, and explains them', () => {
    const text = flowToMermaid(groups, words)
    expect(text).toMatch(/#43; SIP\(TLS\) TCP 7000/)
    expect(text).toMatch(/#8722; SIP\(TLS\) TCP 7001/)
    expect(text).toContain('subgraph legend ["Legend"]')
    expect(text).toContain('characters["#43; opened, #8722; closed, #177; changed"]')
  })

  it('those of a topic explain none', () => {
    const plain = flowWords({nameOf: ({id}) => id})
    expect(flowToMermaid(groups, plain)).not.toContain('legend')
    expect(wideLayout(groups, plain).legend.map(({shows}) => shows)).not.toContain('characters')
  })
})
