import {describe, expect, test} from 'vitest'
import {ruleToClipboard} from '../../../src/site/topic/rule-text.ts'

const rule = {
  address: 'https://ports.example/en/topics/a/#r-1',
  opens: ['443'],
  chips: ['TCP', 'SIP'],
  cells: [
    ['Source', 'Any'],
    ['Notes', 'a|b *c*'],
  ] satisfies [string, string][],
}

describe('src/site/topic/rule-text.ts', () => {
  test('a rule is copied as its link, a line of text, Markdown or JSON', () => {
    expect(ruleToClipboard(rule, 'link')).toBe(rule.address)
    expect(ruleToClipboard(rule, 'text')).toBe(`443 TCP SIP\tAny\ta|b *c*\t${rule.address}`)
    expect(ruleToClipboard(rule, 'markdown')).toBe(
      `- **443 TCP SIP**\n  - Source: Any\n  - Notes: a\\|b \\*c\\*\n  - <${rule.address}>`,
    )
    expect(JSON.parse(ruleToClipboard(rule, 'json'))).toEqual({
      ...rule,
      cells: {Source: 'Any', Notes: 'a|b *c*'},
    })
  })
})
