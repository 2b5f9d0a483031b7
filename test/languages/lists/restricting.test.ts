import {describe, expect, it} from 'vitest'
import {knownLocales} from '../../../src/languages/languages.ts'
import restricting from '../../../src/languages/lists/restricting.json' with {type: 'json'}
import {restrictingWordsOf} from '../../../src/languages/lists/restricting.ts'
import {foldSearch} from '../../../src/text/normalize.ts'

describe('src/languages/lists/restricting.ts', () => {
  it('knows words for “only”, “except” and “no” of every language that the interface has', () => {
    for (const tag of knownLocales.filter((each) => !each.startsWith('en') && each !== 'base')) {
      const [own, english] = restrictingWordsOf(tag)
      expect([tag, english]).not.toContain(undefined)
      expect([tag, own?.only.length, own?.except.length, own?.no.length]).not.toContain(0)
    }
  })

  it('has each word once in a list, as texts are folded', () => {
    for (const [tag, lists] of Object.entries(restricting))
      for (const [list, words] of Object.entries(lists)) {
        const folded = words.map(foldSearch)
        expect([tag, list, folded.filter((word, at) => folded.indexOf(word) !== at)]).toEqual([tag, list, []])
      }
  })

  it('serves all that is written in a language, Norwegian under each of its names', () => {
    expect(restrictingWordsOf('no')).toEqual(restrictingWordsOf('nb-NO'))
    expect(restrictingWordsOf('nn')).toEqual(restrictingWordsOf('nb'))
    expect(restrictingWordsOf('zh-HK')).toEqual(restrictingWordsOf('zh-TW'))
    expect(restrictingWordsOf('qya')).toHaveLength(1)
  })
})
