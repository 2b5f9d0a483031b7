import {describe, expect, it} from 'vitest'
import type {CheckUnit} from '../../../src/reconcile/engine/check-unit.ts'
import {checkUnits} from '../../../src/reconcile/engine/check-units.ts'
import {buildContext} from '../../../src/reconcile/engine/context.ts'
import type {Known} from '../../../src/reconcile/engine/reference.ts'

const unit = (locale: string, source: string, target: string, more: Partial<CheckUnit> = {}): CheckUnit => ({
  ...{id: 'u', locale, source, target, header: false, edition: 'own', personal: true},
  ...more,
})

const reference = (of: CheckUnit, target: string, edition: string, cell: string | null = null): Known => ({
  ...{locale: of.locale, source: of.source ?? '', target, human: true, count: 1},
  ...{edition, unit: edition, cell, place: null},
})

const found = (of: CheckUnit, references: Known[] = []): [severity: string, fix: string | null][] =>
  checkUnits([of], buildContext({references, termbase: new Map(), decisions: new Map()})).map(
    ({severity, fix}) => [severity, fix?.text ?? null],
  )

/** Right words that no list holds. */
const own: [locale: string, source: string, target: string][] = [
  ['de-DE', 'Gateway', 'Durchgang'],
  ['de-DE', 'Clients', 'Endgeräte'],
  ['de-DE', 'Internal network', 'Hauseigenes Netzwerk'],
  ['de-DE', 'Inbound', 'Hereinströmend'],
  ['fr-FR', 'External network', 'Réseau d’autrui'],
  ['es-ES', 'Users', 'Personal'],
  ['ja-JP', 'Partners', '協業先'],
  ['zh-TW', 'External users', '他方使用者'],
  ['it-IT', 'Required', 'Doverosa'],
  ['pt-BR', 'Any', 'Seja qual for'],
]

describe('src/reconcile/checks/own-words.ts', () => {
  it('shows a word of a person that no list holds to a reviewer, and writes nothing in its place', () => {
    for (const [locale, source, target] of own)
      expect([target, found(unit(locale, source, target))]).toEqual([target, [['minor', null]]])
  })

  it("takes a person's synonym of “any” as it is, and a machine's for the word that the lexicon prefers", () => {
    for (const [locale, target] of [
      ['fr-FR', 'Toute'],
      ['de-DE', 'Sämtliche'],
      ['it-IT', 'Qualunque'],
      ['ja-JP', 'すべて'],
    ] as const) {
      expect([target, found(unit(locale, 'Any', target))]).toEqual([target, []])
      expect(found(unit(locale, 'Any', target, {personal: false}))).toHaveLength(1)
    }
  })

  it('takes a “not” and an “only” that are said by other words as they are', () => {
    for (const [locale, source, target] of [
      ['fr-FR', 'Only for staff.', 'Réservé au personnel.'],
      ['fr-FR', 'Not reachable from the internet.', 'Inaccessible depuis Internet.'],
      ['fr-FR', 'Not required.', 'Facultatif.'],
      ['de-DE', 'Guests may not use this port.', 'Gästen ist dieser Port verwehrt.'],
      ['es-ES', 'Not reachable from the internet.', 'Inalcanzable desde Internet.'],
      ['pt-BR', 'Not available to guests.', 'Indisponível para visitantes.'],
      ['tr', 'Not reachable from the internet.', 'İnternetten erişilemez.'],
      ['hu', 'Not reachable from the internet.', 'Az internetről elérhetetlen.'],
    ] as const)
      expect([target, found(unit(locale, source, target)).map(([severity]) => severity)]).toEqual([
        target,
        [],
      ])
  })

  it('believes no machine that', () => {
    for (const [locale, source, target] of own)
      expect([target, found(unit(locale, source, target, {personal: false}))[0]?.[0]]).toEqual([
        target,
        'critical',
      ])
  })

  it('goes by what another person says in the same cell, or several elsewhere, and not by one elsewhere', () => {
    const door = unit('de-DE', 'Gateway', 'Durchgang', {cell: 'c'})
    expect(found(door, [reference(door, 'Gateway', 'a')])).toEqual([['minor', null]])
    expect(found(door, [reference(door, 'Gateway', 'a'), reference(door, 'Gateway', 'b')])).toEqual([
      ['critical', 'Gateway'],
    ])
    expect(found(door, [reference(door, 'Gateway', 'a', 'c')])).toEqual([['critical', 'Gateway']])
  })

  it('takes what stands for the other words of the English for no word of its own', () => {
    expect(found(unit('de-DE', 'Internal network', 'Netzwerk'))).toEqual([['critical', null]])
    expect(found(unit('zh-TW', 'External users', '使用者'))[0]?.[0]).toBe('critical')
    expect(found(unit('ja-JP', 'Clients', 'レ'))[0]?.[0]).toBe('critical')
  })

  it('excuses no word for the contrary', () => {
    expect(found(unit('de-DE', 'Internal network', 'Externes Netzwerk'))[0]?.[0]).toBe('critical')
    expect(found(unit('it-IT', 'Required', 'Facoltativa'))[0]?.[0]).toBe('critical')
  })
})
