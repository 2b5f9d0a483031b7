import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {type MatrixWords, matrix, matrixToCsv} from '../../src/compare/topic-matrix.ts'
import {topicRules} from '../support/rule-arbitraries.ts'
import {endpoint, topicRule} from '../support/rules.ts'
import {runs} from '../support/thorough.ts'
import {topicOf} from '../support/topic-of.ts'

const sip = topicRule({}, {id: 'r-sip'})
const dns = topicRule({role: null, protocols: ['DNS'], security: null, ports: [[53, 53]]}, {id: 'r-dns'})
const ntp = topicRule({role: null, protocols: ['NTP'], security: null, ports: [[123, 123]]}, {id: 'r-ntp'})
const inside = topicRule(
  {source: endpoint('front-end-pool'), destination: endpoint('edge-internal'), ports: [[5062, 5062]]},
  {id: 'r-in', side: 'internal'},
)
const machine = topicRule(
  {source: null, destination: null, host: endpoint('front-end-pool')},
  {id: 'r-machine', side: 'external'},
)

const states = (topics: Parameters<typeof matrix>[0]) =>
  matrix(topics).rows.map((row) => row.cells.map(({state}) => state))

const words: MatrixWords = {
  titles: ['One', 'Two'],
  interface: 'Interface',
  sides: {external: 'outside', internal: 'inside', none: ''},
  absent: 'absent',
  unknown: 'unknown',
  describe: ({rule}) => rule.id,
}

describe('src/compare/topic-matrix.ts', () => {
  it('tells what a topic lacks from what it does not cover at all', () => {
    expect(states([topicOf('one', [sip, ntp, dns, inside]), topicOf('two', [sip, ntp])])).toEqual([
      ['present', 'present'],
      ['present', 'present'],
      ['present', 'absent'],
      ['present', 'unknown'],
    ])
  })

  it('says nothing of what a document about a part of another one lacks', () => {
    expect(states([topicOf('whole', [sip, ntp, dns, inside]), topicOf('part', [sip])])).toEqual([
      ['present', 'present'],
      ['present', 'unknown'],
      ['present', 'unknown'],
      ['present', 'unknown'],
    ])
  })

  it('does not take ports of a machine for traffic between two ends', () => {
    expect(states([topicOf('one', [sip]), topicOf('two', [machine])])).toEqual([
      ['present', 'unknown'],
      ['unknown', 'present'],
    ])
  })

  it('names the fields in which a rule differs from the first one', () => {
    const moved = topicRule({destination: endpoint('access-edge+public-ip')})
    const [row, ...rest] = matrix([
      topicOf('one', [sip]),
      topicOf('two', [moved]),
      topicOf('three', [sip]),
    ]).rows
    expect(rest).toEqual([])
    expect(row?.equal).toBe(false)
    expect(row?.cells.map((cell) => (cell.state === 'present' ? cell.differs : cell.state))).toEqual([
      [],
      ['destination'],
      [],
    ])
  })

  it('puts every rule of every topic into one cell', () => {
    fc.assert(
      fc.property(fc.array(topicRules, {minLength: 2, maxLength: 5}), (all) => {
        const {rows} = matrix(all.map((rules, at) => topicOf(`t${at}`, rules)))
        all.forEach((rules, column) => {
          const found = rows.flatMap(({cells}) => {
            const cell = cells[column]
            return cell?.state === 'present' ? [cell.rule.rule] : []
          })
          expect(new Set(found)).toEqual(new Set(rules.map(({rule}) => rule)))
        })
      }),
      {numRuns: runs(40)},
    )
  })

  it('writes CSV that a spreadsheet takes for text', () => {
    const {rows} = matrix([topicOf('one', [topicRule({}, {id: '=1+1, "x"'})]), topicOf('two', [])])
    expect(matrixToCsv({rows}, words)).toBe('Interface,One,Two\r\noutside,"\'=1+1, ""x""",unknown\r\n')
  })
})
