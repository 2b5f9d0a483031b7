import {describe, expect, it} from 'vitest'
import {createFit} from '../../../src/align/english/fit.ts'

const pair = (source: string, target: string) => ({locale: 'zh-TW', source, target, edition: 'a.md'})
const likeness = createFit([
  pair('Open the port', '開啟連接埠'),
  pair('Close the port', '關閉連接埠'),
  pair('Open the firewall', '開啟防火牆'),
  pair('Close the firewall', '關閉防火牆'),
])

describe('src/align/english/fit.ts', () => {
  it('tells a text that says the same from one that says something else', () => {
    expect(likeness('zh-TW', 'Open the port', '開啟連接埠')).toBeGreaterThan(0.9)
    expect(likeness('zh-TW', 'Open the port', '關閉防火牆')).toBeLessThan(0.6)
  })
  it('knows words and numbers that stay as they are without having learnt them', () => {
    expect(likeness('ja-JP', 'SIP 5061', 'SIP 5061')).toBe(1)
    expect(likeness('ja-JP', 'SIP 5061', 'RTP 443')).toBe(0)
  })
})
