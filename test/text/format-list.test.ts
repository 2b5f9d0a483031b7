import {describe, expect, it} from 'vitest'
import {formatList} from '../../src/text/format-list.ts'

describe('src/text/format-list.ts', () => {
  it.each([
    ['en', ['SIP', 'STUN', 'TURN'], 'SIP, STUN, and TURN'],
    ['fr-FR', ['SIP', 'STUN'], 'SIP et STUN'],
    ['ja-JP', ['SIP', 'STUN'], 'SIP、STUN'],
    ['zh-TW', ['SIP', 'STUN'], 'SIP 和 STUN'],
    ['zh-TW', ['SIP', 'STUN', 'TURN'], 'SIP、STUN 和 TURN'],
    ['zh-TW', ['日文', '法文'], '日文和法文'],
    ['zh-TW', ['日文', 'HTTP 443'], '日文和 HTTP 443'],
    ['zh-TW', ['443'], '443'],
    ['zh-TW', [], ''],
  ])('writes a list in %s', (locale, items, text) => {
    expect(formatList(items, locale)).toBe(text)
  })

  it('writes alternatives', () => {
    expect(formatList(['443', '5061'], 'zh-TW', 'disjunction')).toBe('443 或 5061')
    expect(formatList(['443', '5061'], 'en', 'disjunction')).toBe('443 or 5061')
  })
})
