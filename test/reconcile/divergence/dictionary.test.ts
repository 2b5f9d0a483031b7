import {describe, expect, it} from 'vitest'
import {learnDictionary} from '../../../src/reconcile/divergence/dictionary.ts'

const words = (text: string): string[] => text.split(' ')
const pairsOf = (...pairs: [string, string][]) =>
  pairs.map(([english, target]) => ({english: words(english), target: words(target)}))

describe('src/reconcile/divergence/dictionary', () => {
  const dictionary = learnDictionary(
    pairsOf(
      ['mail relay', 'relais messagerie'],
      ['mail store', 'magasin messagerie'],
      ['relay address', 'adresse relais'],
      ['store address', 'adresse magasin'],
    ),
  )

  it('learns which words stand for which from the texts that share them', () => {
    expect(dictionary.renderings('mail')[0]?.[0]).toBe('messagerie')
    expect(dictionary.renderings('relay')[0]?.[0]).toBe('relais')
    expect(dictionary.meanings('magasin')[0]?.[0]).toBe('store')
  })

  it('takes a word that is written alike on both sides for itself', () => {
    expect(learnDictionary(pairsOf(['proxy host', 'hôte proxy'])).renderings('proxy')[0]?.[0]).toBe('proxy')
  })

  it('counts texts, and knows nothing of words that none has', () => {
    expect(dictionary.uses('mail')).toBe(2)
    expect(dictionary.uses('gateway')).toBe(0)
    expect(dictionary.renderings('gateway')).toEqual([])
  })

  it('gives the same for any order of the pairs, but for rounding', () => {
    const pairs = pairsOf(['a b', 'x y'], ['b c', 'y z'], ['c a', 'z x'])
    const [one, other] = [learnDictionary(pairs), learnDictionary(pairs.toReversed())]
    for (const word of ['a', 'b', 'c'])
      expect(one.renderings(word).map(([text]) => text)).toEqual(other.renderings(word).map(([text]) => text))
  })
})
