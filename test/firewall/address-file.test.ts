import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {stringify} from 'yaml'
import {addressesFor, readAddressFile} from '../../src/firewall/address-file.ts'
import {runs} from '../support/thorough.ts'

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
    [
      'machines:\n  a: {fqdn: *.example.com}',
      '2:13 Unexpected alias “*.example.com” of something that the file doesn’t have',
    ],
    ['machines:\n  a: 10.0.0.1\n  __proto__: 10.0.0.2', '3:3 Unexpected name “__proto__” in machines'],
    ['ports:\n  "__proto__": 443', '2:3 Unexpected name “__proto__” in ports'],
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
    const reading = readAddressFile('machines:\n  constructor: 10.0.0.1\n  toString: 10.0.0.2')
    expect(reading.ok && [...reading.file.machines.keys()]).toEqual(['constructor', 'toString'])
  })

  it('reads back every machine, whatever it is called and however YAML writes it', () => {
    const byte = fc.nat(255)
    const address = fc.tuple(fc.integer({min: 1, max: 223}), byte, byte, byte).map((parts) => parts.join('.'))
    const name = fc.oneof(
      fc.string({minLength: 1}).filter((text) => text !== '__proto__'),
      fc.constantFrom('constructor', 'toString', '443', 'null', 'true', '~', '- a', 'a: b', '#', '任'),
    )
    const port = fc.nat(65_535)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, fc.array(address, {minLength: 1, maxLength: 3})), {
          selector: ([key]) => key,
        }),
        fc.uniqueArray(fc.tuple(name, port, port), {selector: ([key]) => key}),
        (machines, ports) => {
          const rangeOf = (one: number, two: number) => [Math.min(one, two), Math.max(one, two)]
          const reading = readAddressFile(
            stringify({
              machines: Object.fromEntries(machines),
              ports: Object.fromEntries(ports.map(([key, one, two]) => [key, rangeOf(one, two).join('-')])),
            }),
          )
          if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
          const read = addressesFor(reading.file, {hostNames: false, nat: 'inside'})
          expect(new Map(Object.entries(read))).toEqual(new Map(machines))
          expect(new Map(Object.entries(reading.file.ports))).toEqual(
            new Map(ports.map(([key, one, two]) => [key, [rangeOf(one, two)]])),
          )
        },
      ),
    )
  })

  it('answers any text with a file or with the places of what is wrong in it', () => {
    const piece = fc.constantFrom(
      'machines',
      'ports',
      'a',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '[',
      '}',
      '{',
      '10.0.0.1',
      '&x',
      '*x',
      '"',
      '!!',
      '|',
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 20}), (pieces) => {
        const text = pieces.join('')
        const reading = readAddressFile(text)
        if (reading.ok) return
        const lines = text.split('\n').length
        expect(reading.problems).not.toEqual([])
        for (const {line, column, message} of reading.problems) {
          expect(message).not.toBe('')
          expect(line >= 1 && line <= lines && column >= 1).toBe(true)
        }
      }),
      {numRuns: runs(300)},
    )
  })

  it('takes several addresses in one text, as after --set', () => {
    const reading = readAddressFile(
      'machines:\n  relay: 192.0.2.1, 192.0.2.2\n  hub: {pool: "10.0.0.1,10.0.0.2"}\n',
    )
    if (!reading.ok) throw new Error('expected a file')
    expect(addressesFor(reading.file, {hostNames: false, nat: 'inside'})).toEqual({
      relay: ['192.0.2.1', '192.0.2.2'],
      hub: ['10.0.0.1', '10.0.0.2'],
    })
    expect(readAddressFile('machines: {relay: "192.0.2.1,"}').ok).toBe(false)
  })

  it('reads the example of the documentation', () => {
    const [, example = ''] =
      /```yaml\n(.*?)```/s.exec(readFileSync('docs/configuration/addresses.md', 'utf8')) ?? []
    const reading = readAddressFile(example)
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
    expect(addressesFor(reading.file, {hostNames: false, nat: 'outside'})).toMatchObject({
      'access-edge': ['203.0.113.10', '2001:db8::10'],
      'av-edge': ['203.0.113.12'],
      director: ['10.1.0.1', '10.1.0.2'],
    })
    expect(reading.file.ports).toEqual({'sbc-sip': [[5061, 5061]], 'sbc-srtp': [[50000, 59999]]})
  })
})
