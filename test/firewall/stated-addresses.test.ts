import {describe, expect, it} from 'vitest'
import {endsOf, resolveEnd} from '../../src/firewall/resolve-ends.ts'
import {exportRequest} from '../support/export-request.ts'
import {endpoint} from '../support/rules.ts'

const nothingGiven = {byKey: new Map(), problems: []}

describe('src/firewall/resolve-ends.ts', () => {
  it('lets an address that the document states stand for itself', () => {
    const of = (id: string) => resolveEnd(endpoint(id), 'source', exportRequest([]), nothingGiven).addresses
    expect(of('10.20.0.0/16')).toEqual({any: false, v4: ['10.20.0.0/16'], v6: []})
    expect(of('2001:db8:5::/48')).toEqual({any: false, v4: [], v6: ['2001:db8:5::/48']})
    expect(of('depot')).toBeNull()
    expect(of('10.20.0.0/16+except-guests')).toBeNull()
    expect(of('depot.example')).toBeNull()
  })

  it('writes each machine of a list', () => {
    const list = {id: 'cell-a', qualifiers: [], alternatives: ['cell-b']}
    expect(endsOf(list).map((end) => end?.id)).toEqual(['cell-a', 'cell-b'])
    expect(endsOf({...list, id: 'several'}).map((end) => end?.id)).toEqual(['cell-b'])
  })
})
