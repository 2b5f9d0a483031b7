import {describe, expect, it} from 'vitest'
import {endpointOf} from '../../../src/facts/endpoints/endpoint-of.ts'
import {isLiteral, literalId} from '../../../src/facts/endpoints/literals.ts'

const idsOf = (read: string, locale = 'en'): string[] => {
  const end = endpointOf(read, locale)
  return [end?.id ?? '', ...(end?.alternatives ?? [])]
}

describe('src/facts/endpoints/literals.ts', () => {
  it.each(['10.8.0.0/25', '2001:db8::/32', '::1', '10.8.0.1-10.8.0.9', '*.tide.example', 'tide.example.'])(
    'takes %s as it is written',
    (text) => {
      expect(isLiteral(text)).toBe(true)
    },
  )

  it.each([':443', '.', ':', 'tide', '443'])('takes %s for no address', (text) => {
    expect(isLiteral(text)).toBe(false)
  })

  it('leaves out the dot of the root, spaces and capitals', () => {
    expect(literalId('Tide.Example.')).toBe('tide.example')
    expect(literalId('10.8.0.1 - 10.8.0.9')).toBe('10.8.0.1-10.8.0.9')
  })

  it('reads a list of networks and hosts of any length', () => {
    const networks = Array.from({length: 40}, (_, at) => `10.8.${at}.0/24`)
    expect(new Set(idsOf(networks.join(', ')))).toEqual(new Set(networks))
    expect(idsOf('b.tide.example 10.9.0.0/16 2001:db8::/32')).toEqual([
      'b.tide.example',
      '10.9.0.0/16',
      '2001:db8::/32',
    ])
  })

  it.each([
    ['en', 'b.tide.example & a.tide.example'],
    ['en', 'b.tide.example and a.tide.example'],
    ['de-DE', 'b.tide.example und a.tide.example.'],
    ['fr-FR', 'b.tide.example, a.tide.example'],
    ['ja-JP', 'b.tide.example、a.tide.example'],
    ['zh-CN', 'b.tide.example；a.tide.example'],
    ['ru-RU', 'b.tide.example и a.tide.example'],
  ])('parts two hosts that words or characters of %s join: %s', (locale, text) => {
    expect(idsOf(text, locale)).toEqual(['b.tide.example', 'a.tide.example'])
  })

  it('takes no machine by name for a part of such a list', () => {
    expect(idsOf('tide.example gauge')).toEqual(['tide-example-gauge'])
  })
})
