import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {pairSentences, type Sentence} from '../../../src/align/prose/pair-sentences.ts'

const sentences = (texts: readonly string[], block = 0): Sentence[] => texts.map((text) => ({block, text}))

/** Share of letters that both sides have. */
const likeness = (english: Sentence[], translated: Sentence[]): number => {
  const [a, b] = [english, translated].map((all) => new Set(all.flatMap(({text}) => [...text.toLowerCase()])))
  return a === undefined || b === undefined ? 0 : (2 * a.intersection(b).size) / (a.size + b.size)
}

const shown = (english: Sentence[], translated: Sentence[], closed = false): string[] =>
  pairSentences(english, translated, likeness, {closed}).map(
    (pair) =>
      `${pair.english.map(({text}) => text).join('+')}=${pair.translated.map(({text}) => text).join('+')}`,
  )

describe('src/align/prose/pair-sentences.ts', () => {
  it('pairs sentences in order and leaves alone what has no counterpart', () => {
    expect(shown(sentences(['abc', 'def', 'ghi']), sentences(['ABC', 'GHI'], 1))).toEqual([
      'abc=ABC',
      'def=',
      'ghi=GHI',
    ])
  })
  it('joins two sentences that stand for one', () => {
    expect(shown(sentences(['abcdef', 'ghi']), sentences(['ABCD', 'EF', 'GHI']))).toEqual([
      'abcdef=ABCD+EF',
      'ghi=GHI',
    ])
  })
  it('takes one leftover on each side of a block for a pair, though they share nothing', () => {
    expect(shown(sentences(['abc', 'not', 'ghi']), sentences(['ABC', 'XYZ', 'GHI']))).toEqual([
      'abc=ABC',
      'not=XYZ',
      'ghi=GHI',
    ])
  })
  it('takes no leftovers of different blocks for a pair', () => {
    expect(
      shown(
        [...sentences(['abc']), ...sentences(['not'], 1)],
        [...sentences(['ABC']), ...sentences(['XYZ'], 1)],
      ),
    ).toEqual(['abc=ABC', 'not=', '=XYZ'])
  })
  it('gives what a closed text says more to the sentence before it', () => {
    expect(shown(sentences(['abc']), sentences(['ABC', 'XYZ']), true)).toEqual(['abc=ABC+XYZ'])
  })
  it('has each sentence of both sides once and in order', () => {
    const texts = fc.array(fc.string({maxLength: 4, minLength: 1}), {maxLength: 12})
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (a, b, closed) => {
        const pairs = pairSentences(sentences(a), sentences(b), likeness, {closed})
        expect(pairs.flatMap(({english}) => english.map(({text}) => text))).toEqual(a)
        expect(pairs.flatMap(({translated}) => translated.map(({text}) => text))).toEqual(b)
      }),
    )
  })
  it('pairs nothing in a text of too many sentences', () => {
    const many = sentences(Array.from({length: 500}, () => 'abc'))
    expect(pairSentences(many, many, likeness).every(({english}) => english.length === 0)).toBe(true)
  })
})
