import {describe, expect, it} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {documentOf, html, type Page} from '../../support/row-outcomes.ts'

describe('src/align/around/table-purpose.ts', () => {
  const purposeOf = (page: Page) => {
    const kb = buildKnowledgeBase([documentOf(page, html)])
    return kb.topics[0]?.tables[0]?.purpose
  }
  const header = ['Port', 'Protocol', 'Purpose']
  const rows = [['5004', 'UDP', 'Sound']]

  it.each([
    ['IPsec exemptions', 'en-US', 'exempt'],
    ['IPsec-Ausnahmen', 'de-DE', 'exempt'],
    ['IPsec の除外', 'ja-JP', 'exempt'],
    ['QoS policies', 'en-US', 'mark'],
    ['Qualité de service', 'fr-FR', 'mark'],
    ['Port forwarding', 'en-US', 'map'],
    ['端口映射', 'zh-CN', 'map'],
    ['Health checks', 'en-US', 'probe'],
    ['상태 확인', 'ko-KR', 'probe'],
    ['Registry keys', 'en-US', 'open'],
    ['Registry key', 'en-US', 'setting'],
    ['Conflitti di porte', 'it-IT', 'conflict'],
    ['Firewall rules', 'en-US', 'open'],
    ['Edge servers with private addresses using NAT', 'en-US', 'open'],
  ])('reads the heading %s (%s) as %s', (heading, locale, expected) => {
    expect(purposeOf({heading, locale, header, rows})).toBe(expected)
  })

  it('reads the headers, and of the text before a table what it marks or exempts', () => {
    expect(purposeOf({header: ['Port', 'Protocol', 'DSCP'], rows})).toBe('mark')
    expect(purposeOf({header, rows, lead: 'The switches apply QoS to these ports.'})).toBe('mark')
    expect(purposeOf({header, rows, lead: 'Change them with a registry key.'})).toBe('open')
  })

  it.each([
    ['en-US', ['Protocol', 'Server name', 'Port', 'Encryption method'], 'SSL/TLS'],
    ['de-DE', ['Dienst', 'Verschlüsselung', 'Host', 'Port'], 'STARTTLS'],
    ['fr-FR', ['Protocole', 'Serveur', 'Port', 'Chiffrement'], 'TLS 1.2'],
    ['zh-CN', ['服务', '服务器', '端口', '加密方式'], 'SSL 或 TLS'],
  ])('takes what a mail program is set to for a setting (%s)', (locale, names, encryption) => {
    const cells = (protocol: string, port: string) =>
      names.map((name, at) =>
        at === 0
          ? protocol
          : /^(?:Port|端口)$/u.test(name)
            ? port
            : /^(?:Server|Host|服务器)/u.test(name)
              ? 'mail.example.org'
              : encryption,
      )
    const mail = {locale, header: names, rows: [cells('IMAP', '993'), cells('SMTP', '587')]}
    expect(purposeOf({...mail, heading: 'Post'})).toBe('setting')
  })

  it('takes tables of mail servers that ask for encryption for settings', () => {
    const names = ['Server SMTP', 'SSL richiesto', 'Numero porta']
    const rows = [
      ['mail.example.org', 'Sì', '587'],
      ['post.example.org', 'No', '25'],
    ]
    expect(purposeOf({locale: 'it-IT', header: names, rows})).toBe('setting')
  })

  it('opens the ports of a mail server that a firewall is told of', () => {
    const mail = ['Service', 'Server', 'Port', 'Encryption']
    expect(purposeOf({header: mail, rows: [['IMAP', 'Depot', '993/TCP', 'TLS']]})).toBe('open')
    expect(
      purposeOf({
        header: mail,
        rows: [
          ['IMAP', 'Depot', '993', 'TLS'],
          ['Search', 'Depot', '9200', 'TLS'],
        ],
      }),
    ).toBe('open')
    expect(
      purposeOf({header: [...mail, 'Direction'], rows: [['IMAP', 'Depot', '993', 'TLS', 'Inbound']]}),
    ).toBe('open')
  })
})
