import {describe, expect, it} from 'vitest'
import {readIdentifiers, withoutIdentifiers} from '../../../src/reconcile/reading/identifiers.ts'

const found = (text: string): string[] => readIdentifiers(text).map(({text: identifier}) => identifier)

describe('src/reconcile/reading/identifiers.ts', () => {
  it('finds each kind of name that only machines read', () => {
    expect(found('Runs brindle.exe at https://relay.example/x for node.contoso.com')).toEqual([
      'brindle.exe',
      'https://relay.example/x',
      'node.contoso.com',
    ])
    expect(found('Set-RelayPolicy writes Software\\Brindle\\Port and flux_relay')).toEqual([
      'Set-RelayPolicy',
      'Software\\Brindle\\Port',
      'flux_relay',
    ])
    expect(found('RelayPolicy and relayPolicy of the node')).toEqual(['RelayPolicy', 'relayPolicy'])
  })

  it('takes words, hyphens, figures and full stops of a sentence for none', () => {
    expect(found('Front-end of the node, TCP/443, 1.5 hours. Not used.')).toEqual([])
    expect(withoutIdentifiers('Used by the relay.')).toBe('Used by the relay.')
  })
})
