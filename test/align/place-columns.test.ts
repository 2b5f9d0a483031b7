import {describe, expect, it} from 'vitest'
import {fingerprintTable} from '../../src/align/english/row-fingerprint.ts'
import {placeColumns} from '../../src/align/place-columns.ts'
import type {ColumnKind} from '../../src/model/schema.ts'
import {tableOf} from '../support/edition-of.ts'

const placesOf = (
  [kinds, ...rows]: [ColumnKind[], ...string[][]],
  [otherKinds, ...others]: [ColumnKind[], ...string[][]],
): number[] =>
  placeColumns(
    fingerprintTable(tableOf(kinds, [kinds, ...rows])),
    fingerprintTable(tableOf(otherKinds, [otherKinds, ...others])),
  )

const german: [ColumnKind[], ...string[][]] = [
  ['other', 'protocol', 'port', 'source'],
  ['Uhr', 'UDP', '123', 'VIP /27'],
  ['Namen', 'UDP', '53', 'VIP /27'],
  ['Sicherung', 'HTTPS', '443', 'VIP /27'],
  ['Verzeichnis', 'LDAP', '389', 'VIP /27'],
]

describe('src/align/place-columns.ts', () => {
  it.each([
    ['Czech', 'Vyžadováno', 'Vyžadováno s AD FS'],
    ['Hungarian', 'Kötelező', 'AD FS esetén kötelező'],
    ['Korean', '필수', 'AD FS를 사용하는 경우 필수'],
  ])('lays no column of words over one of ports whose figures stand elsewhere (%s)', (_, one, two) => {
    const places = placesOf(german, [
      ['other', 'path', 'source', 'other'],
      ['Hod', 'UDP 123', 'VIP /27', one],
      ['Jmeno', 'UDP 53', 'VIP /27', one],
      ['Zalohovac', 'HTTPS 443', 'VIP /27', two],
      ['Adresarovka', 'LDAP 389', 'VIP /27', one],
    ])
    expect(places).not.toContain(3)
    expect(places[3]).toBe(2)
  })

  it('keeps a column in its place whose figures are all mistranslated', () => {
    const places = placesOf(german, [
      ['other', 'protocol', 'port', 'source'],
      ['A', 'UDP', '1', 'VIP /27'],
      ['B', 'UDP', '5', 'VIP /27'],
      ['C', 'HTTPS', '4', 'VIP /27'],
      ['D', 'LDAP', '3', 'VIP /27'],
    ])
    expect(places).toEqual([0, 1, 2, 3])
  })
})
