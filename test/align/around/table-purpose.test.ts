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
})
