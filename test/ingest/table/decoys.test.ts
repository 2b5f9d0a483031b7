import {describe, expect, it} from 'vitest'
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
