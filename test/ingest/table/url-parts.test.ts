import {describe, expect, it} from 'vitest'
import {columnsOf} from '../documents.ts'

describe('src/ingest/table/url-parts.ts', () => {
  it.each([
    [
      ['URL', 'Schema', 'Host', 'Port', 'App', 'Stream'],
      ['rtmp://media.example.org:1935/live/one', 'rtmp', 'media.example.org', '1935', 'live', 'one'],
    ],
    [
      ['Adresse', 'Serveur', 'Port', 'Clients'],
      ['http://192.0.2.6:8080/players/one', '192.0.2.6', '8080', '3000'],
    ],
    [
      ['流地址', '服务器', '端口', '虚拟主机'],
      ['rtmp://live.example.org/app/one', '192.0.2.6', '1935', 'live.example.org'],
    ],
  ])('opens nothing by the parts of example URLs (%s)', (header, row) => {
    expect(columnsOf([header, row])).toContain('holds URLs')
  })

  it.each([
    [
      ['URL', 'Host', 'Protocol', 'Port'],
      ['https://api.example.org/v1', 'api.example.org', 'TCP', '443'],
    ],
    [
      ['URL', 'Host', 'Port'],
      ['https://api.example.org', 'api.example.org', '443'],
    ],
    [
      ['URL', 'Service', 'Port'],
      ['https://api.example.org/v1', 'Search', '443'],
    ],
    [
      ['URL', 'Host', 'Port'],
      ['https://api.example.org:9443/v1', 'api.example.org', '443'],
    ],
  ])('takes other tables with addresses for ones of ports (%s)', (header, row) => {
    expect(columnsOf([header, row])).not.toContain('holds URLs')
  })
})
