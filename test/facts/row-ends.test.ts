import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {documentOf, html, type Page} from '../support/row-outcomes.ts'

/** Direction and ends of each rule of the first table, by the names of the ends. */
const ends = (page: Page): string[] => {
  const kb = buildKnowledgeBase([documentOf(page, html)])
  const nameOf = (id: string | undefined) => {
    const names = kb.endpoints.find((endpoint) => endpoint.id === id)?.names
    return id === 'any' ? 'any' : (names?.[page.locale ?? 'en'] ?? names?.['en'] ?? '–')
  }
  const rows = kb.topics[0]?.tables[0]?.rows ?? []
  return rows.flatMap(({rules}) =>
    rules.map(
      ({facts}) => `${facts.direction ?? '–'} ${nameOf(facts.source?.id)} > ${nameOf(facts.destination?.id)}`,
    ),
  )
}

describe('src/facts/row-ends.ts', () => {
  it('puts a peer on the side that the direction tells, and the machine of the heading on the other', () => {
    const header = ['Port', 'Protocol', 'Direction', 'Remote system']
    const rows = [
      ['9000', 'TCP', 'In', 'Index console'],
      ['9001', 'TCP', 'Out', 'Tape library'],
      ['9002', 'TCP', 'Both', 'Twin'],
    ]
    expect(ends({header, rows, heading: 'Archive server'})).toEqual([
      'in Index console > Archive server',
      'out Archive server > Tape library',
      'both Archive server > Twin',
    ])
    expect(ends({header, rows: rows.slice(0, 1), heading: 'Settings'})).toEqual(['in Index console > –'])
  })

  it('reads an arrow between two columns of machines', () => {
    const header = ['Host', 'Way', 'Peer', 'Protocol', 'Port']
    const rows = [
      ['Library', '→', 'Depot', 'TCP', '8400'],
      ['Library', '←', 'Console', 'TCP', '81'],
    ]
    expect(ends({header, rows})).toEqual(['out Library > Depot', 'in Console > Library'])
  })

  it('reads two machines in one cell', () => {
    const header = ['Source / Destination', 'Protocol', 'Port']
    expect(ends({header, rows: [['Depot / Vault', 'TCP', '8400']]})).toEqual(['– Depot > Vault'])
    expect(
      ends({header: ['Connection', 'Protocol', 'Port'], rows: [['Depot → Vault', 'TCP', '8400']]}),
    ).toEqual(['– Depot > Vault'])
  })

  it('takes the two machines of a heading for all rows that name none', () => {
    const header = ['Port', 'Protocol']
    const rows = [['8400', 'TCP']]
    expect(ends({header, rows, heading: 'Console -- > Depot'})).toEqual(['– Console > Depot'])
    expect(ends({header, rows, heading: 'Console < -- > Depot'})).toEqual(['both Console > Depot'])
  })

  it('gives columns of ports for each direction a rule of their own', () => {
    const header = ['Service', 'Inbound ports', 'Outbound ports']
    expect(ends({header, rows: [['Mail', 'TCP 25', 'TCP 587']], heading: 'Archive server'})).toEqual([
      'in – > Archive server',
      'out Archive server > –',
    ])
  })

  it('refuses a direction that it does not understand', () => {
    const kb = buildKnowledgeBase([
      documentOf({header: ['Port', 'Protocol', 'Direction'], rows: [['9000', 'TCP', 'Sideways']]}, html),
    ])
    expect(kb.ledger.entries.map(({reason}) => reason)).toEqual(['unreadable'])
    expect(kb.diagnostics.map(({message}) => message)).toContain('“Sideways” is no direction')
  })
})
