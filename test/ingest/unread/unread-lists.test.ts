import {describe, expect, it} from 'vitest'
import {ingest} from '../../../src/ingest/ingest.ts'

const said = (body: string, options = {}): string[] =>
  ingest(`# a\n\n${body}\n`, 'en-us/a.md', options).diagnostics.flatMap(({id, place, message}) =>
    id === 'unread-list' ? [`${place.line} ${message.split(' ')[0]}`] : [],
  )

describe('src/ingest/unread/unread-lists.ts', () => {
  it.each([
    ['- TCP 443: web\n- UDP 53: names\n- search', '3 2'],
    ['* 443/TCP\n* 53 (UDP)', '3 2'],
    ['1. Port 443 (TCP)\n\n2. Port 53 (UDP)', '3 2'],
    ['Öffnen Sie:\n\n- TCP-Port 443 für das Web\n- UDP-Port 53 für Namen', '5 2'],
    ['- 開啟 TCP 連接埠 443\n- 開啟 UDP 連接埠 53', '3 2'],
    [
      '+------+-------+\n| Port | Use   |\n+======+=======+\n| TCP 443 | a |\n+---+---+\n| UDP 53 | b |\n+---+---+',
      '3 2',
    ],
    ['|===\n|Port |Use\n\n|TCP 443 |web\n\n|UDP 53 |names\n|===', '3 2'],
  ])('tells once of ports in a form that gives no rules (%j)', (body, expected) => {
    expect(said(body, {whole: true})).toEqual([expected])
    expect(said(body)).toEqual([expected])
  })

  it.each([
    '- Open TCP 443.\n- Restart the service.',
    '- TCP is reliable.\n- UDP is fast.',
    '- Version 443 of TCPdump\n- Version 53 of UDPcast',
    '```\n- TCP 443\n- UDP 53\n```',
    '| Port | Protocol |\n|---|---|\n| 443 | TCP |\n| 53 | UDP |',
    'Open TCP 443.\n\nOpen UDP 53.',
    '- RFC 793 (TCP)\n- since 1.443 TCP',
  ])('tells nothing of other text (%j)', (body) => {
    expect(said(body, {whole: true})).toEqual([])
  })
})
