import {describe, expect, it} from 'vitest'
import {rowToFacts} from '../../../src/facts/facts.ts'
import type {ColumnKind} from '../../../src/model/schema.ts'
import {html, inBoth, outcomes} from '../../support/row-outcomes.ts'

describe('src/facts/row/row-denial.ts', () => {
  it.each([
    ['None', 'en'],
    ['No hosts', 'en'],
    ['Ninguno', 'es-ES'],
    ['Keine', 'de-DE'],
    ['Aucune', 'fr-FR'],
    ['Nessun host', 'it-IT'],
    ['Nenhum', 'pt-BR'],
    ['Отсутствует', 'ru-RU'],
    ['Brak', 'pl'],
    ['Geen', 'nl'],
    ['Yok', 'tr'],
    ['無し', 'ja-JP'],
    ['없음', 'ko-KR'],
    ['无', 'zh-CN'],
    ['لا شيء', 'ar-SA'],
  ])('opens nothing where an end is nobody: “%s” in %s', (nobody, locale) => {
    for (const ends of [
      [nobody, 'Helm-1'],
      ['Helm-1', nobody],
    ]) {
      const cells = [...ends, 'TCP', '7601'].map((target) => ({source: null, target}))
      const columns: ColumnKind[] = ['source', 'destination', 'protocol', 'port']
      expect(rowToFacts({columns, cells, locale, language: 'target'}).ok).toBe(false)
    }
  })

  it.each([
    ['N/A', 'en'],
    ['–', 'en'],
    ['該当なし', 'ja-JP'],
    ['해당 없음', 'ko-KR'],
    ['不適用', 'zh-TW'],
  ])('leaves an end unstated that is not asked for: “%s” in %s', (nothing, locale) => {
    const cells = [nothing, 'Helm-1', 'TCP', '7601'].map((target) => ({source: null, target}))
    const columns: ColumnKind[] = ['source', 'destination', 'protocol', 'port']
    expect(rowToFacts({columns, cells, locale, language: 'target'})).toMatchObject({
      ok: true,
      rules: [{facts: {source: null, destination: {id: 'helm-1'}}}],
    })
  })

  it('gives rules that deny where a column of actions forbids, in any language and under any header', () => {
    const rows = (allow: string, deny: string) => [
      ['8080', 'TCP', allow],
      ['8081', 'TCP', deny],
    ]
    const expected = ['tcp 8080', 'deny tcp 8081']
    inBoth({header: ['Port', 'Protocol', 'Action'], rows: rows('Permit', 'Discard')}, expected)
    inBoth({header: ['Port', 'Protocol', 'Target'], rows: rows('ACCEPT', 'DROP')}, expected)
    inBoth({header: ['Port', 'Protocol', 'Blocked'], rows: rows('No', 'Yes')}, expected)
    inBoth(
      {header: ['Port', 'Protokoll', 'Maßnahme'], rows: rows('Freigeben', 'Sperren'), locale: 'de-DE'},
      expected,
    )
    inBoth(
      {header: ['Port', 'Protocole', 'Action'], rows: rows('Autoriser', 'Interdire'), locale: 'fr-FR'},
      expected,
    )
    inBoth(
      {header: ['Puerto', 'Protocolo', 'Acción'], rows: rows('Permitir', 'Rechazar'), locale: 'es-ES'},
      expected,
    )
    inBoth(
      {header: ['Porta', 'Protocollo', 'Azione'], rows: rows('Consenti', 'Nega'), locale: 'it-IT'},
      expected,
    )
    inBoth(
      {header: ['Porta', 'Protocolo', 'Ação'], rows: rows('Permitir', 'Negar'), locale: 'pt-BR'},
      expected,
    )
    inBoth(
      {header: ['Порт', 'Протокол', 'Действие'], rows: rows('Разрешить', 'Запретить'), locale: 'ru-RU'},
      expected,
    )
    inBoth(
      {header: ['ポート', 'プロトコル', 'アクション'], rows: rows('許可', '遮断'), locale: 'ja-JP'},
      expected,
    )
    inBoth({header: ['連接埠', '通訊協定', '動作'], rows: rows('允許', '封鎖'), locale: 'zh-TW'}, expected)
    inBoth({header: ['端口', '协议', '操作'], rows: rows('允许', '拒绝'), locale: 'zh-CN'}, expected)
    inBoth({header: ['포트', '프로토콜', '작업'], rows: rows('허용', '거부'), locale: 'ko-KR'}, expected)
  })

  it('refuses an action that it does not know', () => {
    inBoth(
      {
        header: ['Port', 'Protocol', 'Action'],
        rows: [
          ['8080', 'TCP', 'Allow'],
          ['8081', 'TCP', 'Escalate'],
          ['8082', 'TCP', ''],
        ],
      },
      ['tcp 8080', 'unknown-action', 'unknown-action'],
    )
  })

  it('opens nothing that a note, a header, a heading, the text before a table or a row above forbids', () => {
    const header = ['Port', 'Protocol', 'Remarks']
    const rows = [
      ['7001', 'TCP', 'Agents connect here.'],
      ['7002', 'TCP', 'Must stay closed.'],
    ]
    inBoth({header, rows}, ['tcp 7001', 'denied'])
    inBoth({header: ['Denied ports', 'Protocol'], rows: [['7001', 'TCP']]}, ['deny tcp 7001'])
    inBoth({header, rows: rows.slice(0, 1), heading: 'Ports to shut: blocked services'}, ['deny tcp 7001'])
    inBoth({header, rows: rows.slice(0, 1), lead: 'Block the following ports.'}, ['denied'])
    inBoth({header, rows: [['**Closed ports**', '', ''], ...rows.slice(0, 1)]}, ['header', 'deny tcp 7001'])
    inBoth({header, rows: [['7001 (do not open)', 'TCP', '']]}, ['denied'])
  })

  it('closes what a heading calls not open in languages without spaces', () => {
    const rows = [['7001', 'TCP']]
    inBoth({header: ['連接埠', '通訊協定'], rows, heading: '不開放的連接埠', locale: 'zh-TW'}, [
      'deny tcp 7001',
    ])
    inBoth({header: ['端口', '协议'], rows, heading: '不对外开放的端口', locale: 'zh-CN'}, ['deny tcp 7001'])
  })

  it('refuses ports of which a heading says something that is not understood', () => {
    const rows = [['7001', 'TCP']]
    inBoth({header: ['Port', 'Protocol'], rows, heading: 'Retired ports'}, ['unknown-purpose'])
    inBoth({header: ['Port', 'Protocol'], rows, heading: 'Deprecated ports'}, ['tcp 7001'])
  })

  it('opens what fails where it is blocked', () => {
    const rows = [['7001', 'TCP', 'If this port is blocked, agents are shown as lost.']]
    inBoth({header: ['Port', 'Protocol', 'Remarks'], rows}, ['tcp 7001'])
  })

  it('refuses what is struck out, and opens what stands in its place', () => {
    const header = ['Service', 'Protocol', 'Port']
    const page = (struck: string, other: string) => ({
      header,
      rows: [
        ['A', 'TCP', struck],
        ['B', 'TCP', `${struck} ${other}`],
      ],
    })
    inBoth(page('<s>9000</s>', '9001'), ['struck-out', 'tcp 9001'])
    inBoth(page('<del>9000</del>', '<ins>9001</ins>'), ['struck-out', 'tcp 9001'])
    inBoth(page('<strike>9000</strike>', '9001'), ['struck-out', 'tcp 9001'])
    inBoth(page('~~9000~~', '9001'), ['struck-out', 'tcp 9001'])
    inBoth(page('<span style="text-decoration: line-through">9000</span>', '9001'), [
      'struck-out',
      'tcp 9001',
    ])
    expect(outcomes(page('<div style="text-decoration:line-through">9000</div>', '9001'), html)).toEqual([
      'struck-out',
      'tcp 9001',
    ])
  })

  it('opens nothing where the answer to a header forbids, or one column stops what another lets through', () => {
    const asked = (title: string, yes: string, no: string, locale = 'en-US') =>
      outcomes(
        {
          header: ['Port', 'Protocol', title],
          rows: [
            ['7001', 'TCP', yes],
            ['7002', 'TCP', no],
          ],
          locale,
        },
        html,
      )[0]
    const opened = [
      asked('Decommissioned', 'Yes', 'No'),
      asked('Ports to close', 'Yes', 'No'),
      asked('Entfernen', 'Ja', 'Nein', 'de-DE'),
      asked('Supprimer', 'Oui', 'Non', 'fr-FR'),
      asked('削除', 'はい', 'いいえ', 'ja-JP'),
      asked('제거', '예', '아니요', 'ko-KR'),
    ].filter((told) => told?.startsWith('tcp'))
    expect(opened).toEqual([])
    expect(asked('Encrypted', 'Yes', 'No')).toBe('tcp 7001')
    inBoth({header: ['Port', 'Visitors', 'Staff'], rows: [['TCP 7001', 'No', 'Yes']]}, ['unreadable'])
    inBoth({header: ['Port', 'Visitors', 'Staff'], rows: [['TCP 7001', 'Blocked', 'Allowed']]}, [
      'unknown-action',
    ])
  })

  it('hears from a clause of a note that its port is not used', () => {
    const header = ['Port', 'Protocol', 'Remarks']
    const rows = [
      ['7001', 'TCP', 'Reserved, not used'],
      ['7002', 'TCP', 'Closed since version 3'],
      ['7003', 'TCP', 'Create, delete, update'],
    ]
    inBoth({header, rows}, ['denied', 'denied', 'tcp 7003'])
  })

  it('takes notes of which some are empty for no column of actions', () => {
    const rows = [
      ['8310', 'TCP', 'Blocked'],
      ['8320', 'TCP', ''],
      ['8330', 'TCP', ''],
    ]
    inBoth({header: ['Port', 'Protocol', 'Notes'], rows}, ['denied', 'tcp 8320', 'tcp 8330'])
  })
})
