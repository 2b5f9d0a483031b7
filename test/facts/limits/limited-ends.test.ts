import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import type {EndpointRef} from '../../../src/model/schema.ts'
import {documentOf, html, type Page, pipe} from '../../support/row-outcomes.ts'

const endText = (end: EndpointRef | null): string =>
  end === null ? '–' : [end.id, ...end.qualifiers.map((name) => `+${name}`)].join('')

/** `source > destination` of each rule. */
const ends = (page: Page, form: typeof html, below = '') => {
  const document = documentOf(page, (own) => form(own) + below)
  return buildKnowledgeBase([document])
    .topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)))
    .map(({facts: {source, destination}}) => `${endText(source)} > ${endText(destination)}`)
}

const header = ['Port', 'Protocol', 'Source', 'Destination', 'Notes']

describe('src/facts/limits/limited-ends.ts', () => {
  it.each([
    ['Any', 'Only from the operator subnet.', 'operator-subnet > depot'],
    ['Any', 'Not from the Internet', 'any+not-from-the-internet > depot'],
    ['Any', 'except guests', 'any+except-guests > depot'],
    ['Kiosks', 'except guests', 'kiosk+except-guests > depot'],
    ['', 'From 10.9.0.0/16 only', '10.9.0.0/16 > depot'],
    ['Any', 'Internal only', 'any+internal-only > depot'],
    ['Any', 'Only to the backup site', 'any > depot+only-to-the-backup-site'],
    ['Operator subnet', 'Only from the operator subnet.', 'operator-subnet > depot'],
    [
      'Operator subnet',
      'Only from the internal operator subnet.',
      'operator-subnet+only-from-the-internal-operator-subnet > depot',
    ],
    [
      'Any',
      'Only from the operator subnet, only to the north depot',
      'operator-subnet > depot+only-to-the-north-depot',
    ],
    ['Any', 'Parcels are announced here.', 'any > depot'],
    [
      'Any',
      'Required only for exchange with partners that still run the parcel server of 2009.',
      'any > depot',
    ],
    [
      'Any',
      'This port is required for halls whose scanners use only the old relay server of the depot.',
      'any > depot',
    ],
  ])('takes %j with the note “%s” for no wider than both say', (source, note, expected) => {
    const page = {header, rows: [['7100', 'TCP', source, 'Depot', note]]}
    for (const form of [html, pipe]) expect(ends(page, form)).toEqual([expected])
  })

  it('holds all rows to what the text before a table, its heading or a marked note limits', () => {
    const rows = [['7100', 'TCP', 'Any', 'Depot', '']]
    const limited = ['operator-subnet > depot']
    expect(
      ends({header, rows, lead: 'These ports are reachable only from the operator subnet.'}, html),
    ).toEqual(limited)
    expect(ends({header, rows, heading: 'Ports, only from the operator subnet'}, html)).toEqual(limited)
    expect(ends({header, rows, lead: 'Only administrators may read this page.'}, html)).toEqual([
      'any > depot',
    ])
    for (const around of [
      'Open these ports only from the operator subnet:',
      '**Only from the operator subnet:**',
      '- Only from the operator subnet\n- TCP only',
    ])
      expect(ends({header, rows, lead: around}, pipe)).toEqual(limited)
    expect(ends({header, rows}, pipe, '\nOnly from the operator subnet.\n')).toEqual(limited)
    expect(
      ends({header, rows}, pipe, '\n**Note:** Open these ports to the operator subnet only.\n'),
    ).not.toEqual(['any > depot'])
    const marked = [['7100 (1)', 'TCP', 'Any', 'Depot', '']]
    expect(ends({header, rows: marked}, pipe, '\n(1) Only from the operator subnet.\n')).toEqual(limited)
  })

  it('keeps for whom an action is, and what it depends on', () => {
    const page = {
      header: ['Port', 'Protocol', 'Source', 'Action'],
      rows: [
        ['7100', 'TCP', 'Any', 'Deny from guests'],
        ['7101', 'TCP', 'Kiosks', 'Permit if licensed'],
        ['7102', 'TCP', 'Any', 'Allow except visitors'],
        ['7103', 'TCP', 'Any', 'Allow; escalate'],
      ],
    }
    const kb = buildKnowledgeBase([documentOf(page, html)])
    const rules = kb.topics.flatMap(({tables}) =>
      tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules)),
    )
    expect(
      rules.map(({facts: {action, source, requirement, known}}) => [
        action,
        endText(source),
        requirement,
        known?.requirement,
      ]),
    ).toEqual([
      ['deny', 'guest', 'unknown', {how: 'unstated'}],
      ['allow', 'kiosk', 'conditional', {how: 'stated', quote: 'Permit if licensed'}],
      ['allow', 'any+except-visitors', 'unknown', {how: 'unstated'}],
    ])
    expect(kb.diagnostics.filter(({id}) => id === 'unknown-action').map(({message}) => message)).toEqual([
      '“escalate” of “Allow; escalate” was not understood',
    ])
  })
})
