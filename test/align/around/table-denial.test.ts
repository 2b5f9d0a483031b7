import {describe, expect, it} from 'vitest'
import {pipe, portsOf, readDocument} from '../read-document.ts'

const read = (locale: string, header: string, ...rows: string[]) =>
  readDocument(locale, pipe(header, ...rows)).map(portsOf)

describe('a column of closed ports beside one of open ports', () => {
  it.each([
    ['en-US', 'Appliance | Open ports | Closed ports', 'None'],
    ['en-US', 'Appliance | Blocked port | Port', '–'],
    ['de-DE', 'Gerät | Offene Ports | Gesperrte Ports', 'Keine'],
    ['fr-FR', 'Appareil | Ports ouverts | Ports bloqués', 'Aucun'],
    ['ja-JP', '機器 | 開放ポート | 遮断ポート', 'なし'],
  ])('in %s makes no denial of what is open: %s', (locale, header, none) => {
    const closes = header.indexOf('Blocked') < 0
    const row = (open: string, closed: string) =>
      `Edge | ${closes ? open : closed} | ${closes ? closed : open}`
    expect(
      read(locale, header, row('TCP 7001', 'TCP 23'), row('TCP 7002', none), row('TCP 7003', '')),
    ).toEqual(['unreadable', 'tcp 7002', 'tcp 7003'])
  })

  it('alone closes what stands in it', () => {
    expect(read('en-US', 'Appliance | Closed ports | Protocol', 'Edge | 7001 | TCP')).toEqual([
      'deny tcp 7001',
    ])
  })
})
