import {describe, expect, it} from 'vitest'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import {alikeTexts} from '../../../src/reconcile/publish/alike-texts.ts'

const filledIn = (source: string, [english, target]: readonly [string, string]): string[] => {
  const reference = {
    ...{locale: 'it-IT', source: english, target, human: true},
    ...{edition: 'h', unit: 'h', cell: null, place: null},
  }
  const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
  return alikeTexts(source, context.of('it-IT')).map((known) => known.target)
}

describe('src/reconcile/publish/alike-texts', () => {
  it('fills in numbers, abbreviations and names of files', () => {
    expect(filledIn('Agent 7.2 (probe.exe)', ['Agent 7.2 (relay.exe)', 'Agente 7.2 (relay.exe)'])).toEqual([
      'Agente 7.2 (probe.exe)',
    ])
    expect(filledIn('LDAP to UDP', ['SNMP to TCP', 'da SNMP a TCP'])).toEqual(['da LDAP a UDP'])
    expect(filledIn('TCP to UDP', ['UDP to TCP', 'da UDP a TCP'])).toEqual(['da TCP a UDP'])
  })

  it('gives nothing where the words differ, the token is translated or it is not clear which is meant', () => {
    expect(filledIn('Agent of DNS', ['Service of SNMP', 'Servizio di SNMP'])).toEqual([])
    expect(filledIn('DNS traffic', ['VPN traffic', 'Traffico della rete privata'])).toEqual([])
    expect(filledIn('80 of 90 ports', ['70 of 70 ports', '70 porte su 70'])).toEqual([])
    expect(filledIn('80 of 80 ports', ['70 of 75 ports', '70 porte su 75'])).toEqual([])
    expect(filledIn('DNS query', ['DNS query', 'Query DNS'])).toEqual([])
  })
})
