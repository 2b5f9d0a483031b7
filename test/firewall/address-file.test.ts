import {describe, expect, it} from 'vitest'
import {addressesFor, readAddressFile} from '../../src/firewall/address-file.ts'

const text = `machines:
  access-edge: 203.0.113.10
  av-edge:
    nat:
      - {inside: 10.0.0.12, outside: 203.0.113.12}
    fqdn: av.example.com
  front-end-pool: {pool: [10.1.0.1, 10.1.0.2], addresses: 10.1.0.0/24}
  director: {same-as: front-end-pool}
  any: any
ports:
  sbc-sip: 5061
  sbc-srtp: [3478, 50000-59999]
`

const problemsOf = (written: string) => {
  const reading = readAddressFile(written)
  return reading.ok ? [] : reading.problems.map(({line, column, message}) => `${line}:${column} ${message}`)
}

describe('src/firewall/address-file.ts', () => {
  it('tells a target the addresses that its rules match', () => {
    const reading = readAddressFile(text)
    if (!reading.ok) throw new Error('expected a file')
    const {file} = reading
    expect(addressesFor(file, {hostNames: false, nat: 'inside'})).toEqual({
      'access-edge': ['203.0.113.10'],
      'av-edge': ['10.0.0.12'],
      'front-end-pool': ['10.1.0.0/24', '10.1.0.1', '10.1.0.2'],
      director: ['10.1.0.0/24', '10.1.0.1', '10.1.0.2'],
      any: ['any'],
    })
    expect(addressesFor(file, {hostNames: false, nat: 'outside'})['av-edge']).toEqual(['203.0.113.12'])
    expect(addressesFor(file, {hostNames: true, nat: 'outside'})['av-edge']).toEqual(['av.example.com'])
    expect(file.ports).toEqual({
      'sbc-sip': [[5061, 5061]],
      'sbc-srtp': [
        [3478, 3478],
        [50000, 59999],
      ],
    })
  })

  it.each([
    ['machines:\n  a: 10.0.0.300', '2:3 Unexpected address “10.0.0.300” of “a”'],
    ['machines:\n  a: [any, 10.0.0.1]', '2:3 Unexpected “any” beside other addresses of “a”'],
    [
      'machines:\n  b: {same-as: c}',
      '2:3 “b” is the same as a machine that the file doesn’t have, or as itself',
    ],
    [
      'machines:\n  b: {same-as: b}',
      '2:3 “b” is the same as a machine that the file doesn’t have, or as itself',
    ],
    ['machines:\n  a: {}', '2:3 “a” has no address'],
    ['ports:\n  a: 70000', '2:3 Unexpected port of “a”'],
    ['ports:\n  a: 90-80', '2:3 Unexpected port of “a”'],
  ])('refuses %j with its place', (written, message) => {
    expect(problemsOf(written)).toEqual([message])
  })

  it('names the place of what is no such file at all, and of all mistakes', () => {
    expect(problemsOf('machines: {a: [')[0]).toMatch(/^1:\d+ /)
    expect(problemsOf('machines:\n  a: {adress: 10.0.0.1}')[0]).toMatch(
      /^2:3 Unexpected value of “machines.a/,
    )
    expect(problemsOf('machine: {}')[0]).toMatch(/^1:1 Unexpected value of/)
    expect(problemsOf('machines:\n  a: x y\n  b: 1.2.3').length).toBe(2)
    expect(problemsOf('')).toEqual([])
    expect(problemsOf('- a')[0]).toMatch(/^1:/)
  })

  it('takes no name for a property of objects', () => {
    const reading = readAddressFile('machines:\n  constructor: 10.0.0.1\n  __proto__: 10.0.0.2')
    expect(reading.ok && [...reading.file.machines.keys()].includes('constructor')).toBe(true)
  })
})
