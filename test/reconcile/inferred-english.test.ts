import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {rulesToCsv} from '../../src/formats/rules-csv.ts'
import {knowledgeBaseToTmx} from '../../src/formats/tmx/write.ts'
import {knowledgeBaseToXliff} from '../../src/formats/xliff/write.ts'
import type {Edition, EditionTable} from '../../src/model/edition.ts'
import {isTranslation} from '../../src/model/edition-language.ts'
import type {ColumnKind, KnowledgeBase, Unit} from '../../src/model/schema.ts'
import {isInferred, isStated} from '../../src/model/stated.ts'
import {rulesOf} from '../../src/model/topic-rules.ts'
import {noWords, reconcile} from '../../src/reconcile/reconcile.ts'
import {type CellText, editionOf, tableOf} from '../support/edition-of.ts'

const english = (name: string, ...tables: EditionTable[]): Edition =>
  editionOf({path: `en-US/${name}.md`, locale: 'en-US', form: 'human', assetId: name, name, tables})

const alone = (locale: string, name: string, ...tables: EditionTable[]): Edition =>
  editionOf({path: `${locale}/${name}.md`, locale, form: 'human', assetId: name, name, tables})

const bilingual = (locale: string, name: string, ...tables: EditionTable[]): Edition =>
  editionOf({path: `${locale}/${name}.md`, locale, form: 'bilingual', assetId: name, name, tables})

const read = (...editions: Edition[]): KnowledgeBase => reconcile(buildKnowledgeBase(editions), noWords)

const unitsOf = (kb: KnowledgeBase, name: string): Unit[] =>
  kb.units.filter(({edition, locale}) => edition.endsWith(`/${name}.md`) && isTranslation(locale))

const factsOf = (kb: KnowledgeBase, name: string) =>
  kb.topics.filter(({key}) => key === name).flatMap((topic) => rulesOf(topic).map(({rule}) => rule.facts))

/** Nothing of a document is held to English that was not stated. */
const expectUntouched = (kb: KnowledgeBase, name: string): void => {
  const units = unitsOf(kb, name)
  const ids = new Set(units.map(({id}) => id))
  expect(units.length).toBeGreaterThan(0)
  expect(units.filter(({sourceOrigin}) => isStated(sourceOrigin))).toEqual([])
  expect(units.filter(({published, target}) => published !== target)).toEqual([])
  expect(kb.findings.filter(({unit}) => ids.has(unit))).toEqual([])
  expect([...knowledgeBaseToTmx(kb, '1')].join('')).not.toContain(`${name}.md`)
  expect([...knowledgeBaseToXliff(kb, {locale: null})].join('')).not.toContain(`${name}.md`)
}

const HOSTS: ColumnKind[] = ['source', 'destination', 'protocol', 'port']
const JUMP: CellText[][] = [
  [
    ['送信元', 'Source'],
    ['宛先', 'Destination'],
    ['プロトコル', 'Protocol'],
    ['ポート', 'Port'],
  ],
  [
    ['任意', 'Any'],
    ['踏み台', 'Jump host'],
    ['TCP', 'TCP'],
    ['22', '22'],
  ],
]
const targetsOf = (lines: CellText[][]): CellText[][] =>
  lines.map((line) => line.map((cell) => (typeof cell === 'string' ? cell : cell[0])))

describe('inferred English', () => {
  const sizes = tableOf(
    ['other', 'other', 'other'],
    [
      ['Machine', 'CPU', 'RAM'],
      ['Small', '2 cores', '4 GB'],
      ['Large', '8 cores', '32 GB'],
    ],
    false,
  )
  const ports = tableOf(
    ['notes', 'port', 'port'],
    [
      ['説明', 'UDP', 'TCP'],
      ['データベース', '--', '1433 (注 2)'],
      ['時刻', '123', '--'],
    ],
  )

  it('is not taken from a table that has as many rows and columns and shares none of its facts', () => {
    const kb = read(english('sizing', sizes), alone('ja-JP', 'ports', ports))
    expect(unitsOf(kb, 'ports').map(({source}) => source)).toEqual(Array(9).fill(null))
    expectUntouched(kb, 'ports')
  })

  it('is not taken for stated where editions of one topic hold two tables of one shape', () => {
    const kb = read(english('guide', sizes), alone('ja-JP', 'guide', ports))
    expectUntouched(kb, 'guide')
  })

  it('leaves the ends of a rule to the words of its own row', () => {
    const lines: CellText[][] = [...targetsOf(JUMP.slice(0, 1)), ['管理サブネット', '踏み台', 'TCP', '22']]
    const kb = read(
      bilingual('ja-JP', 'jump', tableOf(HOSTS, JUMP)),
      alone('ja-JP', 'office', tableOf(HOSTS, lines)),
    )
    expect(factsOf(kb, 'office')).toMatchObject([
      {transports: ['tcp'], ports: [[22, 22]], source: {id: '管理サブネット'}, destination: {id: '踏み台'}},
    ])
    expect(kb.endpoints.map(({id}) => id)).toEqual(expect.not.arrayContaining(['management-subnet']))
    const units = unitsOf(kb, 'office').filter(({row}) => row > 0)
    expect(units.filter(({sourceOrigin}) => isStated(sourceOrigin))).toEqual([])
    expect(units.filter(isInferred).map(({source}) => source)).toContain('Jump host')
  })

  it('still reads what the row’s own language says', () => {
    const lines: CellText[][] = [
      ['Source', 'Destination', 'Protocole', 'Port'],
      ['N’importe lequel', 'Serveur de saut', 'UDP', '161'],
    ]
    const [facts] = factsOf(read(alone('fr-FR', 'office', tableOf(HOSTS, lines))), 'office')
    expect(facts).toMatchObject({
      transports: ['udp'],
      ports: [[161, 161]],
      destination: {id: 'serveur-de-saut'},
    })
  })

  it('of the memory raises nothing for a text that stands in another row of another product', () => {
    const known: CellText[][] = [
      [
        ['Usage', 'Purpose'],
        ['Port', 'Port'],
      ],
      [['Sauvegarde de 30 jours', 'Backup of 90 days'], '8443'],
    ]
    const other: CellText[][] = [
      ['Rôle', 'Port'],
      ['Sauvegarde de 30 jours', '9000'],
    ]
    const kb = read(
      bilingual('fr-FR', 'archive', tableOf(['notes', 'port'], known)),
      alone('fr-FR', 'console', tableOf(['notes', 'port'], other)),
    )
    expect(unitsOf(kb, 'console').find(({row, column}) => row === 1 && column === 1)).toMatchObject({
      source: 'Backup of 90 days',
      sourceOrigin: 'memory',
    })
    expectUntouched(kb, 'console')
    expect(rulesToCsv(kb)).not.toContain('console,1,1,,,,,9000,,required,,,Backup of 90 days')
  })

  it('of another language’s table of the same facts is shown and holds no text to it, header words included', () => {
    const german: CellText[][] = [
      [
        ['Zweck', 'Purpose'],
        ['Protokoll', 'Protocol'],
        ['Port', 'Port'],
      ],
      [['Ablage über TCP 4505 und 4506', 'Store by TCP 4505 and 4506'], 'TCP', '4505'],
      [['Rückkanal', 'Return channel'], 'TCP', '4506'],
    ]
    const japanese: CellText[][] = [
      ['用途', 'プロトコル', 'ポート'],
      ['保管', 'TCP', '4505'],
      ['応答', 'TCP', '4506'],
    ]
    const kinds: ColumnKind[] = ['notes', 'protocol', 'port']
    const kb = read(
      bilingual('de-DE', 'store', tableOf(kinds, german)),
      alone('ja-JP', 'depot', tableOf(kinds, japanese)),
    )
    const header = unitsOf(kb, 'depot').filter(({row}) => row === 0)
    expect(header.map(({source, sourceOrigin}) => [source, sourceOrigin])).toEqual([
      ['Purpose', 'shape'],
      ['Protocol', 'shape'],
      ['Port', 'shape'],
    ])
    expectUntouched(kb, 'depot')
  })

  it('is stated where another document holds the very same row', () => {
    const kb = read(
      bilingual('ja-JP', 'jump', tableOf(HOSTS, JUMP)),
      alone('ja-JP', 'office', tableOf(HOSTS, targetsOf(JUMP))),
    )
    const units = unitsOf(kb, 'office').filter(({row, column}) => row === 1 && column < 3)
    expect(units.map(({source, sourceOrigin, sourceFrom}) => [source, sourceOrigin, sourceFrom])).toEqual([
      ['Any', 'context', 'ja-JP/jump.md'],
      ['Jump host', 'context', 'ja-JP/jump.md'],
    ])
    expect(factsOf(kb, 'office')).toMatchObject([{source: {id: 'any'}, ports: [[22, 22]]}])
  })

  it('is not stated where documents with the same row contradict each other', () => {
    const other = JUMP.map((line) =>
      line.map((cell): CellText => (cell[1] === 'Jump host' ? ['踏み台', 'Bastion'] : cell)),
    )
    const kb = read(
      bilingual('ja-JP', 'jump', tableOf(HOSTS, JUMP)),
      bilingual('ja-JP', 'bastion', tableOf(HOSTS, other)),
      alone('ja-JP', 'office', tableOf(HOSTS, targetsOf(JUMP))),
    )
    const unit = unitsOf(kb, 'office').find(({row, column}) => row === 1 && column === 2)
    expect(isStated(unit?.sourceOrigin ?? null)).toBe(false)
  })
})

describe('a text without stated English', () => {
  it('is asked nothing where its language is unknown', () => {
    const lines: CellText[][] = [
      ['説明', 'ポート'],
      ['すべてのノード', '6443'],
    ]
    expect(read(alone('und', 'nodes', tableOf(['notes', 'port'], lines))).findings).toEqual([])
  })

  it('is not rebuilt from facts that a single other document states', () => {
    const kinds: ColumnKind[] = ['protocol', 'port']
    const kb = read(
      alone(
        'und',
        'directory',
        tableOf(kinds, [
          ['Protocol', 'Port'],
          ['LDAP', '3268'],
        ]),
      ),
      alone(
        'zh-TW',
        'directory',
        tableOf(kinds, [
          ['通訊協定', '連接埠'],
          ['LDAP 至通用類別', '3268'],
        ]),
      ),
    )
    expect(kb.findings).toEqual([])
    expect(kb.units.filter(({published, target}) => published !== target)).toEqual([])
  })

  it('may hold names in small letters that no English tells of', () => {
    const lines: CellText[][] = [
      ['用途', '端口'],
      ['kube-apiserver、etcd', '2379-2380'],
    ]
    expect(read(alone('zh-CN', 'nodes', tableOf(['notes', 'port'], lines))).findings).toEqual([])
  })
})
