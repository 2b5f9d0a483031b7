import {describe, expect, test} from 'vitest'
import {foldWords} from '../../src/reconcile/reading/placed-fold.ts'
import {foldText} from '../../src/search/search-fold.ts'
import {foldCase, foldSearch, foldToken, lowerCase} from '../../src/text/normalize.ts'

const letters = Array.from({length: 0x2fa20}, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((letter) => /\p{L}/u.test(letter) && letter.toLowerCase() !== letter.toUpperCase())

/** No living orthography has the iota below Greek letters, or the variants of Cyrillic letters in old books. */
const livingLetters = letters.filter((letter) => !/[\u0345\u1c80-\u1c88]/u.test(letter.normalize('NFD')))

const casings = (letter: string): string[] => [
  letter.toLowerCase(),
  letter.toUpperCase(),
  ...['tr', 'az', 'lt'].flatMap((tag) => [letter.toLocaleLowerCase(tag), letter.toLocaleUpperCase(tag)]),
]

const unequal = (fold: (text: string) => string, of: readonly string[]): string[] =>
  of.filter((letter) => casings(letter).some((cased) => fold(cased) !== fold(letter)))

describe('src/text/normalize.ts: capitals', () => {
  test('every letter is the same in capitals and in small letters, by the rules of any language', () => {
    expect(unequal(foldToken, livingLetters)).toEqual([])
    expect(unequal(foldSearch, livingLetters)).toEqual([])
    expect(unequal(foldText, livingLetters)).toEqual([])
  })

  test('letters with accents written apart are the same as those written in one', () => {
    const apart = (fold: (text: string) => string) =>
      livingLetters.filter((letter) => fold(letter.toUpperCase().normalize('NFD')) !== fold(letter))
    expect(apart(foldToken)).toEqual([])
    expect(apart(foldSearch)).toEqual([])
  })

  test('the fold that keeps places keeps the length of every letter', () => {
    expect(letters.filter((letter) => lowerCase(letter).length !== letter.length)).toEqual([])
    expect(letters.filter((letter) => foldWords(letter).length !== letter.length)).toEqual([])
  })

  test.each([
    ['İSTEĞE BAĞLI', 'isteğe bağlı'],
    ['Yalnızca', 'YALNIZCA'],
    ['ΕΊΣΟΔΟΣ', 'είσοδος'],
    ['AUẞEN', 'außen'],
  ])('%s is %s where places are kept, too', (one, other) => {
    expect(foldWords(one)).toBe(foldWords(other))
    expect(foldToken(one)).toBe(foldToken(other))
  })

  test('AUSSEN is außen, and a capital without its accent is found', () => {
    expect(foldCase('AUSSEN')).toBe(foldCase('außen'))
    expect(foldSearch('ΕΙΣΟΔΟΣ')).toBe(foldSearch('είσοδος'))
  })
})
