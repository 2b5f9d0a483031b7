import {describe, expect, it} from 'vitest'
import {keepsTokens, registeredProtocols} from '../../../src/reconcile/publish/same-tokens.ts'

describe('src/reconcile/publish/same-tokens.ts', () => {
  it('a translation in words that nobody here knows keeps what no language translates', () => {
    expect(keepsTokens('SNMP over DTLS', 'SNMP mittels DTLS')).toBe(true)
    expect(keepsTokens('SNMP over DTLS', '経由 DTLS の SNMP')).toBe(true)
    expect(keepsTokens('UDP 50,000', 'UDP 50 000')).toBe(true)
    expect(keepsTokens('8443 (configurable)', '8443（可設定）')).toBe(true)
    expect(keepsTokens('DYNAMIC (note 6, Dynamic ports)', 'DINÂMICO nota 6')).toBe(true)
    expect(keepsTokens('DYNAMIC (note 6, Dynamic ports)', 'DYNAMIC nota 6')).toBe(true)
  })

  it('a lost protocol, another port or transports in another order are no such thing', () => {
    expect(keepsTokens('SNMP over DTLS', 'HTML mittels DTLS')).toBe(false)
    expect(keepsTokens('8443 (configurable)', '8843（可設定）')).toBe(false)
    expect(keepsTokens('TCP, then UDP', 'UDP, dann TCP')).toBe(false)
  })

  it('protocols that no registry knows have a name in each language', () => {
    expect(registeredProtocols({protocols: ['LDAP', 'CLOCK SERVICE']})).toEqual(['LDAP'])
  })
})
