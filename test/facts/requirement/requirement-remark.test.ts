import {describe, expect, it} from 'vitest'
import {rowToFacts} from '../../../src/facts/facts.ts'

const requirement = (service: string, port: string, locale = 'en') => {
  const english = locale === 'en'
  const cells = [service, 'TCP', port].map((text) => ({
    source: english ? text : null,
    target: english ? '' : text,
  }))
  const reading = rowToFacts({
    columns: ['service', 'protocol', 'port'],
    cells,
    locale,
    language: english ? 'source' : 'target',
  })
  return reading.ok ? reading.rules[0]?.facts.requirement : reading.reason
}

describe('src/facts/requirement/requirement-remark.ts', () => {
  it.each([
    ['Mail (optional)', '25', 'en', 'optional'],
    ['Mail', '25 (optional)', 'en', 'optional'],
    ['Mail (optional if a relay is used)', '25', 'en', 'conditional'],
    ['Mail (UDP 587 optional)', '25', 'en', 'conditional'],
    ['Post (UDP optional)', '25', 'de-DE', 'conditional'],
    ['メール (UDP は省略可能)', '25', 'ja-JP', 'conditional'],
    ['Mail (relay)', '25', 'en', 'unknown'],
    ['Post (optional)', '25', 'de-DE', 'optional'],
    ['Courrier (facultatif)', '25', 'fr-FR', 'optional'],
    ['郵件（選用）', '25', 'zh-TW', 'optional'],
    ['メール (省略可能)', '25', 'ja-JP', 'optional'],
    ['메일(선택 사항)', '25', 'ko-KR', 'optional'],
    ['Почта (необязательно)', '25', 'ru-RU', 'optional'],
  ])('reads “%s”, “%s” (%s) as %s', (service, port, locale, expected) => {
    expect(requirement(service, port, locale)).toBe(expected)
  })
})
