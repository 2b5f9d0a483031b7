import {describe, expect, it} from 'vitest'
import {exchangedNumbers} from '../../../src/reconcile/reading/numbers/bound-numbers.ts'
import {readNumbers} from '../../../src/reconcile/reading/numbers/numbers.ts'

const read = (text: string) => ({text, numbers: readNumbers(text, [',', ' ', '.'])})
const found = (right: string, own: string) => exchangedNumbers(read(right), read(own))

const ldap = 'LDAP uses port 389 and LDAPS uses port 636.'
const sip = 'Use 5060 for SIP, and 5061 for TLS.'

describe('src/reconcile/reading/numbers/bound-numbers.ts', () => {
  it.each([
    [ldap, 'LDAP utilise le port 636 et LDAPS le port 389.'],
    [ldap, 'Port 636 ist für LDAP, Port 389 für LDAPS.'],
    [ldap, 'LDAP ve LDAPS için 636 ve 389 numaralı bağlantı noktaları'],
    [sip, 'SIP には 5061、TLS には 5060 を使用します。'],
    [sip, '将 5061 用于 SIP,将 5060 用于 TLS。'],
    ['80 and 443 for HTTP and HTTPS', 'HTTP (443) i HTTPS (80)'],
    ['UDP 3478 for STUN and TCP 5349 for TURN', 'UDP 3478 per TURN e TCP 5349 per STUN'],
    ['SIP on 5060, RTP on 16384, RTCP on 16385', 'SIP su 5060, RTP su 16385, RTCP su 16384'],
  ])('finds that “%s” exchanges its numbers in “%s”', (right, own) => {
    expect(found(right, own)).not.toBeNull()
  })

  it.each([
    [ldap, 'Le port 389 est pour LDAP, le 636 pour LDAPS.'],
    [ldap, 'LDAPS verwendet Port 636, LDAP Port 389.'],
    [ldap, 'Für LDAP 389, und 636 für LDAPS.'],
    [sip, 'TLS には 5061、SIP には 5060 を使用します。'],
    ['80 and 443 for HTTP and HTTPS', 'HTTP i HTTPS: 80 i 443'],
    ['TCP 443 for HTTPS and UDP 443 for QUIC', 'QUIC (UDP 443) und HTTPS (TCP 443)'],
    ['SIP on 5060, or 5061 with TLS and a DNS record', 'SIP em 5060 ou, com TLS e um registro DNS, em 5061'],
    ['Port 5060 for SIP', 'SIP: 5061'],
    [ldap, 'LDAP utilise le port 636.'],
  ])('lets “%s” be said as “%s”', (right, own) => {
    expect(found(right, own)).toBeNull()
  })

  it('says what is right and what stands there', () => {
    expect(found(ldap, 'LDAP: 636, LDAPS: 389')).toEqual({
      right: 'LDAP 389, LDAPS 636',
      own: 'LDAP 636, LDAPS 389',
    })
  })
})
