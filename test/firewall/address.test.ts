import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {minimalAddresses, readAddress} from '../../src/firewall/address.ts'

const canonical = (text: string): string => {
  const reading = readAddress(text)
  if (!reading.ok) return 'refused'
  return reading.kind === 'any' ? 'any' : reading.text
}

describe('src/firewall/address.ts', () => {
  it.each([
    ['203.0.113.10', '203.0.113.10'],
    [' 203.0.113.0/24 ', '203.0.113.0/24'],
    ['203.0.113.10/32', '203.0.113.10'],
    ['2001:DB8:0:0::1', '2001:db8::1'],
    ['2001:db8::/32', '2001:db8::/32'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['Edge.Example.COM', 'edge.example.com'],
    ['ANY', 'any'],
  ])('reads %s as %s', (text, expected) => {
    expect(canonical(text)).toBe(expected)
  })

  it.each([
    '',
    '203.0.113',
    '203.0.113.256',
    '0203.0.113.10',
    '203.0.113.010',
    '0x7f.0.0.1',
    '3405803786',
    '203.0.113.10-20',
    '203.0.113.10/24',
    '203.0.113.0/33',
    '203.0.113.0/024',
    '203.0.113.0/24/1',
    '0.0.0.0/0',
    '::/0',
    'fe80::1%eth0',
    '::ffff:203.0.113.10',
    '2001:db8:::1',
    'edge',
    '-edge.example.com',
    'edge.example.com; reboot',
    '$(reboot)',
    '203.0.113.10\n203.0.113.11',
    'ｅdge.example.com',
  ])('refuses %j', (text) => {
    expect(canonical(text)).toBe('refused')
  })

  it('says which network was meant when bits stand behind the prefix', () => {
    expect(readAddress('203.0.113.10/24')).toEqual({
      ok: false,
      fault: 'network',
      values: {network: '203.0.113.0/24'},
      hint: 'the network of that length is 203.0.113.0/24',
    })
  })

  it('lets nothing through but the characters of addresses and names', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({unit: 'binary'}), fc.ipV4(), fc.ipV6(), fc.domain()), (text) => {
        expect(canonical(text)).toMatch(/^[a-z0-9.:/-]+$/)
      }),
    )
  })

  it('drops addresses that another one holds', () => {
    expect(
      minimalAddresses([
        '10.0.0.5',
        '10.0.0.0/8',
        '10.1.0.0/16',
        '192.0.2.1',
        '192.0.2.1',
        '2001:db8::1',
        '2001:db8::/32',
      ]),
    ).toEqual(['10.0.0.0/8', '192.0.2.1', '2001:db8::/32'])
  })
})
