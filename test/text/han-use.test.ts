import {describe, expect, it} from 'vitest'
import {foreignHan} from '../../src/text/han-use.ts'

describe('src/text/han-use.ts', () => {
  it.each([
    ['Jpan', '透過 TCP 查詢名稱', ['查', '詢', '稱']],
    ['Jpan', '通过 TCP 查询名称', ['过', '查', '询']],
    ['Hant', '通过 TCP 查询名称', ['过', '询', '称']],
    ['Hant', '変換の対象', ['変', '対']],
    ['Hans', '變更設定的伺服器', ['變', '設']],
  ] as const)('finds in %s what another language writes: %s', (script, text, foreign) => {
    expect(foreignHan(text, script)).toEqual(foreign)
  })

  it.each([
    ['Jpan', '認証要件'],
    ['Jpan', '個々の輻輳'],
    ['Hant', '透過 TCP 查詢名稱'],
    ['Hant', '查閲行事曆中的空閒時段'],
    ['Hans', '通过 TCP 查询名称'],
    ['Hant', 'UDP 3478'],
    ['Hant', ''],
  ] as const)(
    'finds nothing in %s where it is at home, or one character may be another shape: %s',
    (script, text) => {
      expect(foreignHan(text, script)).toEqual([])
    },
  )
})
