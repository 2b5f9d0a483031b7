import {describe, expect, it} from 'vitest'
import type {EndpointRef} from '../../../src/model/schema.ts'
import {machineChoices, machineNumbers, machinesOf} from '../../../src/site/filter/machines.ts'

const end = (id: string, ...alternatives: string[]): EndpointRef => ({id, qualifiers: [], alternatives})
const rule = (
  source: EndpointRef | null,
  destination: EndpointRef | null,
  host: EndpointRef | null = null,
) => ({
  source,
  destination,
  host,
})
const names = new Map([
  ['mail', {names: {en: 'Mail server', 'fr-FR': 'Serveur de messagerie'}}],
  ['edge', {names: {en: 'Edge', 'fr-FR': 'Périmètre'}}],
])

describe('src/site/filter/machines.ts', () => {
  it('takes machines of all ends, also those that any or several stand for, and never any itself', () => {
    expect(machinesOf(rule(end('any', 'mail'), end('several', 'edge', 'client'), end('mail')))).toEqual([
      'mail',
      'edge',
      'client',
    ])
    expect(machinesOf(rule(end('any'), null))).toEqual([])
  })

  it('offers those that tell rules apart, by their names in the language of the reader', () => {
    const rules = [
      rule(end('edge'), end('mail')),
      rule(end('edge'), end('client')),
      rule(end('edge'), end('any')),
    ]
    expect(machineChoices(rules, names, 'fr-FR')).toEqual([
      {id: 'client', name: 'client'},
      {id: 'mail', name: 'Serveur de messagerie'},
    ])
  })

  it('numbers the machines of a row as the list does', () => {
    const machines = [
      {id: 'client', name: ''},
      {id: 'mail', name: ''},
    ]
    expect(machineNumbers([rule(end('mail'), end('client'))], machines)).toBe('1 2')
    expect(machineNumbers([rule(end('mail'), end('any'))], machines)).toBe('2')
    expect(machineNumbers([rule(end('any'), null)], machines)).toBe(undefined)
  })
})
