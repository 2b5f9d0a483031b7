import {describe, expect, it} from 'vitest'
import {differences} from '../../../src/reconcile/divergence/witness.ts'
import {ask} from '../../../src/reconcile/engine/ask.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'

const kindOf = (locale: string, source: string, target: string, human: string): string | undefined => {
  const reference = {
    ...{locale, source, target: human, human: true},
    ...{edition: 'h', unit: 'h', cell: null, place: null},
  }
  const context = buildContext({references: [reference], termbase: new Map(), decisions: new Map()})
  const asked = ask({id: 'u', locale, source, target, header: false}, context)
  return asked === null ? undefined : differences(asked)[0]?.kind
}

describe('src/reconcile/divergence/moved-phrase', () => {
  it.each([
    [
      'it-IT',
      'Link between the sensors and the collector in the plant',
      'Collegamento tra i sensori nello stabilimento e il collettore',
      'Collegamento tra i sensori e il collettore nello stabilimento',
    ],
    [
      'pl-PL',
      'Port of the archive service for hosts behind the firewall',
      'Port usługi archiwum za zaporą dla hostów',
      'Port usługi archiwum dla hostów za zaporą',
    ],
    [
      'pt-BR',
      'Address of the printer for guests outside the building',
      'Endereço da impressora fora do prédio para convidados',
      'Endereço da impressora para convidados fora do prédio',
    ],
  ])('finds a phrase of place behind another noun (%s)', (locale, source, target, human) => {
    expect(kindOf(locale, source, target, human)).toBe('moved')
  })

  it.each([
    [
      'fr-FR',
      'Traffic between the sensors and the collector in the plant',
      'Trafic dans l’usine entre les capteurs et le collecteur',
      'Trafic entre les capteurs et le collecteur dans l’usine',
    ],
    [
      'fr-FR',
      'Link between the pool of relays and the client in the network',
      'Lien entre le client du réseau et le pool de relais',
      'Lien entre le pool de relais et le client du réseau',
    ],
    [
      'fr-FR',
      'Port of the archive used by hosts in the plant',
      'Port de l’archive utilisé dans l’usine par les hôtes',
      'Port de l’archive utilisé par les hôtes dans l’usine',
    ],
  ])('leaves one that tells where all of it is, joined things, and what is done (%s)', (...texts) => {
    expect(kindOf(...texts)).toBeUndefined()
  })
})
