import {describe, expect, it} from 'vitest'
import {html, outcomes} from '../../support/row-outcomes.ts'
import {columnsOf} from '../documents.ts'

describe('src/ingest/table/decoys.ts', () => {
  it('takes no name for a DNS record because it is one letter', () => {
    expect(
      columnsOf([
        ['Component', 'Port'],
        ['A', '443'],
        ['B', '444'],
      ]),
    ).toBe('host port')
    expect(
      columnsOf([
        ['Record type', 'Port'],
        ['A', '443'],
      ]),
    ).toContain('types of DNS records')
  })

  it('rejects tables whose ports are not to be opened, and says why', () => {
    const decoys: [string[][], string][] = [
      [
        [
          ['Record type', 'Name', 'TTL', 'Port'],
          ['SRV', '_sip._tls', '3600', '443'],
        ],
        'types of DNS records',
      ],
      [
        [
          ['Location', 'Type', 'Port', 'FQDN'],
          ['External', 'A record', '443', 'sip.example.org'],
        ],
        'types of DNS records',
      ],
      [
        [
          ['名稱', '連接埠'],
          ['_sipfederationtls._tcp', '5061'],
        ],
        'DNS service records',
      ],
      [
        [
          ['Property', 'Port value', 'Protocol'],
          ['AudioPortStart', '49152', 'UDP'],
        ],
        'names of settings',
      ],
      [
        [
          ['I want to port existing numbers', 'I want new numbers'],
          ['Mail us', 'Call us'],
        ],
        'too few cells read as ports',
      ],
      [
        [
          ['Version', 'Ported to', 'Date'],
          ['1.0', 'Windows', '2019-05-11'],
        ],
        'no column holds ports',
      ],
      [
        [
          ['Requirement', 'You need'],
          ['SBC', 'Port 5061 must be open'],
        ],
        'no column holds ports',
      ],
      [
        [
          ['Site', 'Serial nos./ Ports'],
          ['London', ''],
        ],
        'too few cells read as ports',
      ],
    ]
    for (const [rows, reason] of decoys) expect(columnsOf(rows)).toContain(reason)
  })
})

describe('src/ingest/table/decoys.ts on ports of other things', () => {
  it.each([
    [['Year', 'Version', 'Port', 'City'], ['2016', '8.1', '2049', 'Bremen'], 'Year'],
    [['Error', 'Port', 'Meaning'], ['10061', '443', 'TCP connection timed out'], 'Error'],
    [['Harbour', 'Port', 'Berths'], ['Hamburg', 'Port 80', '4'], 'Harbour'],
    [['Model', 'Ports', 'List'], ['SW-80', '80', '$443'], 'prices'],
    [['Model', 'Ports', 'List'], ['SW-80', '80', '443 EUR'], 'prices'],
    [['VLAN', 'Ports', 'Name'], ['100', '65-80', 'Voice'], 'VLAN'],
  ])('takes no port of %j for one of a network', (header, row, reason) => {
    expect(columnsOf([header, row])).toContain(reason)
  })

  it.each([
    ['de-DE', ['Hafen', 'Tiefe', 'Port'], ['Kiel', '12', '443']],
    ['fr-FR', ['Ville', 'Port', 'Navires'], ['Brest', '443', '12']],
    ['es-ES', ['Código de error', 'Puerto', 'Causa'], ['10061', '443', 'Tiempo agotado']],
    ['it-IT', ['Prezzo', 'Porte', 'Modello'], ['800', '96', 'A']],
    ['pt-BR', ['Cidade', 'Porta', 'Navio'], ['Santos', '443', 'B']],
    ['ru-RU', ['Город', 'Порт', 'Глубина'], ['Мурманск', '443', '12']],
    ['ja-JP', ['港', '国', 'ポート番号'], ['横浜', '日本', '443']],
    ['ko-KR', ['오류 코드', '포트', '의미'], ['10061', '443', '시간 초과']],
    ['zh-CN', ['价格', '端口', '型号'], ['800', '96', 'A']],
    ['zh-TW', ['錯誤碼', '連接埠', '說明'], ['10061', '443', '連線遭拒']],
  ])('knows such tables in %s', (locale, header, row) => {
    expect(outcomes({locale, header, rows: [row]}, html)).toEqual(['not-a-port-table'])
  })

  it('keeps tables that name a protocol or a machine, and those of names alone', () => {
    expect(
      columnsOf([
        ['Country', 'Port', 'Protocol'],
        ['Norway', '443', 'TCP'],
      ]),
    ).toBe('other port protocol')
    expect(
      columnsOf([
        ['Country', 'Port', 'Destination'],
        ['Norway', '443', 'Relay'],
      ]),
    ).toBe('other port destination')
    expect(
      columnsOf([
        ['Product', 'Default port'],
        ['Corvane', '5430'],
      ]),
    ).toBe('service port')
  })
})
