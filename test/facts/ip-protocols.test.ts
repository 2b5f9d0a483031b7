import {describe, expect, it} from 'vitest'
import {ipNumberOf} from '../../src/facts/ip-protocols.ts'
import {pipe, readDocument} from '../align/read-document.ts'

const told = (locale: string, header: string, row: string) =>
  readDocument(locale, pipe(header, 'Web | TCP | 443', row))[1]

describe('src/facts/ip-protocols.ts', () => {
  it.each([
    ['en-US', 'Service | Protocol | Port', 'Tunnel | GRE | –', 'GRE'],
    ['en-US', 'Service | Protocol | Port', 'Tunnel | IP protocol 50 | N/A', 'ESP'],
    ['en-US', 'Service | Protocol | Port', 'Tunnel | GRE | 47', 'GRE'],
    ['en-US', 'Service | Protocol | Port', 'Tunnel | AH (51) | none', 'AH'],
    ['en-US', 'Service | Protocol number | Port', 'Tunnel | 50 | –', 'ESP'],
    ['en-US', 'Service | Protocol | Port', 'Routes | 89 | –', 'OSPF'],
    ['de-DE', 'Dienst | Protokoll | Port', 'Tunnel | IP-Protokoll 47 | –', 'GRE'],
    ['fr-FR', 'Service | Protocole | Port', 'Tunnel | Protocole IP 50 | –', 'ESP'],
    ['zh-CN', '服务 | 协议 | 端口', '隧道 | GRE（协议号 47） | 无', 'GRE'],
    ['ja-JP', 'サービス | プロトコル | ポート', 'トンネル | ESP（IP プロトコル番号 50） | -', 'ESP'],
  ])('reads in %s below %s a rule of %s without ports', (locale, header, row, name) => {
    expect(told(locale, header, row)).toMatchObject([{protocols: [name], transports: [], ports: []}])
  })

  it.each([
    ['Ping | ICMP | type 8', [8]],
    ['Ping | ICMP echo request | –', [8]],
    ['Ping | ICMPv6 echo request | –', [128]],
    ['Ping | ICMP types 3, 11 | –', [3, 11]],
    ['Ping | ICMP type 255 | –', [255]],
  ])('reads the types of messages of %s', (row, icmpTypes) => {
    expect(told('en-US', 'Service | Protocol | Port', row)).toMatchObject([{icmpTypes, ports: []}])
  })

  it.each([
    'Tunnel | GRE | 443',
    'Tunnel | ESP (47) | –',
    'Ping | ICMP | 8',
    'Ping | ICMP type 256 | –',
    'Ping | ICMPv6 types 1, 300 | –',
    'Ping | ICMP | type 300',
  ])('refuses what contradicts a protocol: %s', (row) => {
    expect(told('en-US', 'Service | Protocol | Port', row)).toBe('unreadable')
  })

  it('reads the transports among numbers of protocols', () => {
    expect(told('en-US', 'Service | Protocol number | Port', 'Time | 17 | 123')).toMatchObject([
      {transports: ['udp'], ports: [[123, 123]]},
    ])
  })

  it.each(['17', '6', '255'])(
    'reads no port from the number %s of a protocol in a row without one',
    (number) => {
      const read = told('en-US', 'Service | Protocol | Port', `Time | ${number} | –`)
      expect(typeof read === 'string' ? [] : read?.flatMap(({ports}) => ports)).not.toContainEqual([
        Number(number),
        Number(number),
      ])
    },
  )

  it('knows the numbers of those that stand above IP, and no others', () => {
    expect(['GRE', 'ICMPV6', 'SIP'].map(ipNumberOf)).toEqual([47, 58, null])
  })
})
