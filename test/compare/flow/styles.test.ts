import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {FlowRule} from '../../../src/compare/flow/flow-types.ts'
import {flowGroups} from '../../../src/compare/flow/groups.ts'
import {walledZones} from '../../../src/compare/flow/legend.ts'
import {flowToMermaid} from '../../../src/compare/flow/mermaid.ts'
import {paperLayouts} from '../../../src/compare/flow/paper.ts'
import {flowPictures} from '../../../src/compare/flow/picture.ts'
import {stackLegend} from '../../../src/compare/flow/stack.ts'
import {flowToSvg} from '../../../src/compare/flow/svg.ts'
import {wideLayout} from '../../../src/compare/flow/wide.ts'
import type {Facts} from '../../../src/model/schema.ts'
import {testEndpoints} from '../../support/export-request.ts'
import {flowWords} from '../../support/flow-words.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../../support/rules.ts'

const words = flowWords({
  nameOf: ({id}) => testEndpoints.find((each) => each.id === id)?.names['en'] ?? id,
})

const said: readonly Partial<Facts>[] = [
  {requirement: 'unknown'},
  {requirement: 'required'},
  {requirement: 'conditional'},
  {requirement: 'optional'},
  {requirement: 'legacy'},
  {requirement: 'required', action: 'deny'},
]

const ruleOf = (facts: Partial<Facts>, at: number, mark: FlowRule['mark'] = null): FlowRule => ({
  ...topicRule({...facts, ports: [[7000 + at, 7000 + at]]}, {id: `r-${at}`}),
  mark,
  href: `#r-${at}`,
})

const all = said.map((facts, at) => ruleOf(facts, at))
const groupsOf = (rules: readonly FlowRule[]) => flowGroups(rules, testEndpoints, words)

describe('styles of lines in src/compare/flow', () => {
  it('draws an arrow for each of what is open, conditional, optional, legacy and denied', () => {
    expect(groupsOf(all).map(({style, lines}) => [style, lines.length])).toEqual([
      ['plain', 2],
      ['conditional', 1],
      ['optional', 1],
      ['legacy', 1],
      ['deny', 1],
    ])
  })

  it('tells them apart without colours, and says them to a screen reader', () => {
    const pictures = flowPictures(all, testEndpoints, words, 'p')
    for (const svg of [pictures?.wide ?? '', pictures?.stack ?? '']) {
      expect(svg).toContain('>✕ SIP(TLS) TCP 7005<')
      expect(svg).toContain('SIP(TLS) TCP 7005 (do not open)"')
      expect(svg).toContain('SIP(TLS) TCP 7002 (conditional)"')
      for (const style of ['conditional', 'optional', 'legacy', 'deny'])
        expect(svg).toContain(`class="flow-sample flow-${style}"`)
      expect(svg).toMatch(/url\(#p-[a-z0-9-]+-stop\)/u)
    }
  })

  it('needs no legend where all is open', () => {
    expect(stackLegend(groupsOf(all.slice(0, 2)), words)).toBeNull()
    expect(wideLayout(groupsOf(all.slice(0, 2)), words).legend.map(({shows}) => shows)).toEqual(['firewall'])
  })

  it('shows what a comparison opens and closes as that, whatever the rule does with it', () => {
    const marked = [
      ruleOf({action: 'deny'}, 1, 'opened'),
      ruleOf({action: 'deny'}, 2, 'closed'),
      ruleOf({action: 'deny'}, 3, null),
    ]
    expect(groupsOf(marked).map(({style, lines}) => [style, lines.map(({mark}) => mark)])).toEqual([
      ['plain', ['opened', 'closed']],
      ['deny', [null]],
    ])
  })
})

describe('walls, addresses and sheets in src/compare/flow', () => {
  it.each([
    [
      ['internet', 'edge-external', 'edge-internal', 'internal'],
      ['edge-external', 'internal'],
    ],
    [
      ['internet', 'edge-external', 'unstated', 'internal'],
      ['edge-external', 'internal'],
    ],
    [['edge-internal', 'internal'], ['internal']],
    [['internet', 'internal'], ['internal']],
    [['internet', 'unstated'], []],
    [['internal'], []],
    [['edge-external', 'edge-internal'], []],
  ] as const)('between %j stand walls before %j', (zones, walled) => {
    expect(walledZones(zones)).toEqual(walled)
  })

  it('names public, private and translated addresses in the box of their machine', () => {
    const rules = ['access-edge+public-ip', 'access-edge+nat-ip', 'access-edge'].map((id, at) =>
      ruleOf({destination: endpoint(id)}, at),
    )
    const texts = wideLayout(groupsOf(rules), words).boxes.map(({lines}) =>
      lines.map(({text}) => text).join(' '),
    )
    expect(texts.filter((text) => text.includes('NAT IP, public IP'))).toHaveLength(1)
    expect(texts).toHaveLength(2)
  })

  it('cuts a picture into sheets, each arrow on one of them and all machines on each', () => {
    fc.assert(
      fc.property(topicRules, (rules) => {
        const groups = groupsOf(rules.map((rule) => ({...rule, mark: null, href: '#'})))
        const sheets = paperLayouts(groups, words)
        if (sheets === null) return
        expect(sheets.reduce((sum, {arrows}) => sum + arrows.length, 0)).toBe(groups.length)
        for (const {height, boxes} of sheets) {
          expect(height).toBeLessThanOrEqual(660)
          expect(boxes.length).toBe(sheets[0]?.boxes.length)
        }
      }),
    )
  })
})

describe('files of src/compare/flow', () => {
  it('writes an SVG that needs nothing from elsewhere and leads nowhere', () => {
    const labels = {id: 'f', title: 'Flows', description: '', className: 'flow-wide', style: '.a > .b{}'}
    const svg = flowToSvg(wideLayout(groupsOf(all), words), labels)
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /u)
    expect(svg).toContain('<style>.a &gt; .b{}</style>')
    expect(svg).not.toMatch(/href|var\(|@import|url\((?!#f-)/u)
  })

  it('writes a Mermaid flowchart with a subgraph a zone and an arrow a style', () => {
    const text = flowToMermaid(groupsOf(all), words)
    expect(text).toMatch(/^---\ntitle: "Flows"\n---\nflowchart LR\n/u)
    expect(text).toContain('  subgraph z1 ["Internet"]\n')
    expect(text).toContain(' -->|"SIP(TLS) TCP 7000<br>SIP(TLS) TCP 7001"| ')
    expect(text).toContain(' -.->|"conditional<br>SIP(TLS) TCP 7002"| ')
    expect(text).toContain(' --x|"do not open<br>SIP(TLS) TCP 7005"| ')
  })

  it.each([
    '"] --> x["',
    '`code`',
    '1. list',
    '- list',
    '<img src=x>',
    '#quot;',
    'a\nend\nb',
    '%%{init: {}}%%',
  ])('lets no name of a document be read as Mermaid: %j', (name) => {
    const named = (each: string) => flowToMermaid(groupsOf(all.slice(0, 1)), flowWords({nameOf: () => each}))
    const text = named(name)
    const labels = [...text.matchAll(/"([^"]*)"/gu)].map(([, label]) => label ?? '')
    expect(text.split('\n').length).toBe(named('Machine').split('\n').length)
    for (const label of labels)
      expect(label.replaceAll(/#\d+;|<br>/gu, '')).toMatch(/^[\p{L}\p{N} ,()/:-]*$/u)
    for (const label of labels) expect(label).not.toMatch(/^-|^\d+\./u)
  })
})
