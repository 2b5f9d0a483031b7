import {describe, expect, it} from 'vitest'
import {pairRows} from '../../src/align/pair-rows.ts'
import type {EditionRow} from '../../src/model/edition.ts'
import {tableOf} from '../support/edition-of.ts'

const rowsOf = (...lines: string[]): EditionRow[] =>
  tableOf(
    ['protocol', 'port', 'notes'],
    [['Protocol', 'Port', 'Purpose'], ...lines.map((line) => line.split('|'))],
  ).rows

const english = rowsOf('TCP|80|Web', 'TCP|443|Secure web', 'UDP|514|Log', 'TCP|22|Shell', 'UDP|161|Status')

const paired = (other: EditionRow[], one = english) => pairRows({one, other, apart: true})

describe('src/align/pair-rows.ts', () => {
  it('pairs rows in order', () => {
    const french = rowsOf(
      'TCP|80|Toile',
      'TCP|443|Toile sûre',
      'UDP|514|Journal',
      'TCP|22|Console',
      'UDP|161|État',
    )
    expect(paired(french)).toEqual([0, 1, 2, 3, 4].map((index) => [index, index]))
  })

  it('leaves out rows that were removed, and puts in those that were added, without a shift', () => {
    const french = rowsOf(
      'TCP|80|Toile',
      'UDP|514|Journal',
      'TCP|8443|Gestion',
      'TCP|22|Console',
      'UDP|161|État',
    )
    expect(paired(french)).toEqual([
      [0, 0],
      [1, null],
      [2, 1],
      [null, 2],
      [3, 3],
      [4, 4],
    ])
  })

  it('pairs rows by the name for machines that they begin with, whatever else they say', () => {
    const own = rowsOf('lift_auth|-|MQTT 5 login', 'lift_sasl|-|-', 'lift_log|-|Log')
    const french = rowsOf('lift_auth|-|Connexion', 'lift_sasl|-|-', 'lift_log|-|Journal')
    expect(paired(french, own)).toEqual([0, 1, 2].map((index) => [index, index]))
    const fewer = rowsOf('lift_auth|-|Connexion', 'lift_log|-|Journal', 'lift_new|-|-')
    expect(paired(fewer, own)).toEqual(
      expect.arrayContaining([
        [0, 0],
        [2, 1],
      ]),
    )
  })

  it('finds rows that were moved', () => {
    const french = rowsOf(
      'UDP|161|État',
      'TCP|443|Toile sûre',
      'TCP|80|Toile',
      'TCP|22|Console',
      'UDP|514|Journal',
    )
    expect(paired(french).toSorted(([a], [b]) => (a ?? -1) - (b ?? -1))).toEqual([
      [0, 2],
      [1, 1],
      [2, 4],
      [3, 3],
      [4, 0],
    ])
  })

  it('keeps a row beside its English whose port was mistranslated, where the rest is the same', () => {
    const one = rowsOf('TCP|80|SIP web', 'TCP|5061|SIP MTLS', 'UDP|514|Log')
    const other = rowsOf('TCP|80|SIP toile', 'TCP|5062|SIP MTLS', 'UDP|514|Journal')
    expect(paired(other, one)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('takes no row for another one that only shares its transport', () => {
    expect(paired(rowsOf('TCP|25|Courrier'), rowsOf('TCP|8080|Proxy'))).toEqual([
      [0, null],
      [null, 0],
    ])
  })

  it('pairs rows without figures by their names, and not at all where some are missing and nothing tells which', () => {
    const one = rowsOf('Gateway|any|In front', 'Console|any|For people', 'Agent|any|On each node')
    expect(paired(rowsOf('Console|tous|Pour gens', 'Agent|tous|Partout'), one)).toEqual([
      [0, null],
      [1, 0],
      [2, 1],
    ])
    expect(paired(rowsOf('甲|乙|丙', '丁|戊|己'), one).every(([a, b]) => a === null || b === null)).toBe(true)
  })

  const labelled = (...lines: string[]): EditionRow[] =>
    tableOf(['other', 'other'], [['Name', 'lift'], ...lines.map((line) => line.split('|'))]).rows
  const setting = labelled('Description|Speed of the lift in IDLE mode', 'Type|int32', 'Default|20')

  it.each([
    ['zh', ['描述|升降机的速度', '类型|int32', '默认值|20']],
    ['ja', ['説明|リフトの速度 (m/s)', '型|int32', '既定値|20']],
    ['de', ['Beschreibung|Tempo des Lifts (LIFT 2)', 'Typ|Zahl', 'Standard|20']],
  ])('pairs rows of labels in place, whatever acronyms and figures one of them has (%s)', (_, lines) => {
    expect(paired(labelled(...lines), setting)).toEqual([0, 1, 2].map((index) => [index, index]))
  })

  it.each([
    ['zh', ['类型|int32', '描述|升降机的速度', '默认值|20']],
    ['ru', ['Тип|INT32', 'Описание|Скорость лифта', 'По умолчанию|20']],
    ['fr', ['Type|int32', 'Description|Vitesse de l’ascenseur', 'Défaut|20']],
  ])('finds rows that were moved by the values that they end with (%s)', (_, lines) => {
    expect(paired(labelled(...lines), setting).toSorted(([a], [b]) => (a ?? -1) - (b ?? -1))).toEqual([
      [0, 1],
      [1, 0],
      [2, 2],
    ])
  })

  it('leaves a last row of each side alone whose figures differ', () => {
    const one = labelled('Type|int32', 'Default|20')
    expect(paired(labelled('类型|int32', '版本|31'), one)).toEqual([
      [0, 0],
      [1, null],
      [null, 1],
    ])
  })
})
