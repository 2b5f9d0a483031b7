import {describe, expect, it} from 'vitest'
import {knownLocales} from '../../../src/languages/languages.ts'
import around from '../../../src/languages/lists/around-words.json' with {type: 'json'}
import {aroundWordsOf} from '../../../src/languages/lists/around-words.ts'
import {foldSearch} from '../../../src/text/normalize.ts'

describe('src/languages/lists/around-words.ts', () => {
  it('knows words of every language that the interface has', () => {
    for (const tag of knownLocales.filter((each) => !each.startsWith('en') && each !== 'base'))
      for (const list of ['traffic', 'advice', 'credentials'] as const)
        expect([tag, list, aroundWordsOf(tag, list).length > aroundWordsOf('qya', list).length]).toEqual([
          tag,
          list,
          true,
        ])
  })

  it('has each word once in a list, as texts are folded', () => {
    for (const [tag, lists] of Object.entries(around))
      for (const [list, words] of Object.entries(lists)) {
        const folded = words.map(foldSearch)
        expect([tag, list, folded.filter((word, at) => folded.indexOf(word) !== at)]).toEqual([tag, list, []])
      }
  })
})
