import {describe, expect, it} from 'vitest'
import {html, inBoth, outcomes} from '../support/row-outcomes.ts'

describe('src/facts/facts-ports.ts on columns beside each other', () => {
  it('reads a range from its ends, and from its start and a count', () => {
    const ends = (header: string[], locale = 'en-US') =>
      outcomes(
        {
          header,
          rows: [
            ['A', 'UDP', '20000', '20099'],
            ['B', 'UDP', '20099', '20000'],
          ],
          locale,
        },
        html,
      )
    const expected = ['udp 20000-20099', 'unreadable']
    expect(ends(['Stream', 'Protocol', 'First port', 'Last port'])).toEqual(expected)
    expect(ends(['Strom', 'Protokoll', 'Startport', 'Endport'], 'de-DE')).toEqual(expected)
    expect(ends(['Flux', 'Protocole', 'Port de début', 'Port de fin'], 'fr-FR')).toEqual(expected)
    expect(ends(['用途', 'プロトコル', '開始ポート', '終了ポート'], 'ja-JP')).toEqual(expected)
    expect(ends(['용도', '프로토콜', '시작 포트', '끝 포트'], 'ko-KR')).toEqual(expected)
    expect(
      outcomes(
        {header: ['Stream', 'Protocol', 'Port', 'Number of ports'], rows: [['A', 'UDP', '20000', '20']]},
        html,
      ),
    ).toEqual(['udp 20000-20019'])
  })

  it('takes transports from the headers of columns, and others as rules of their own', () => {
    inBoth(
      {
        header: ['Service', 'TCP port', 'UDP port'],
        rows: [
          ['A', '389', '389'],
          ['B', '3268', ''],
          ['C', '', '123'],
          ['D', '80', '81'],
        ],
      },
      ['tcp+udp 389', 'tcp 3268', 'udp 123', 'tcp 80 | udp 81'],
    )
    inBoth({header: ['External port', 'Internal port', 'Protocol'], rows: [['443', '8443', 'TCP']]}, [
      'unreadable',
    ])
  })

  it('refuses numbers where machines should stand', () => {
    inBoth({header: ['From', 'To', 'Port', 'Protocol'], rows: [['8000', '8100', '443', 'TCP']]}, [
      'unreadable',
    ])
  })

  it('refuses figures that a partial reading would leave out', () => {
    inBoth(
      {
        header: ['Service', 'Ports'],
        rows: [
          ['A', 'UDP 50,000 - 59,999'],
          ['B', 'TCP 443 - and 8443 for administrators'],
          ['C', 'TCP used by agents on 8443'],
          ['D', 'TCP 1024+'],
        ],
      },
      ['udp 50000-59999', 'unreadable', 'unreadable', 'tcp 1024-65535'],
    )
  })
})
