import {describe, expect, it} from 'vitest'
import {groupDigits, toAsciiDigits} from '../../../src/facts/ports/numerals.ts'

describe('src/facts/ports/numerals.ts', () => {
  it.each([
    ['٠١٢٣٤٥٦٧٨٩', 'Arabic-Indic'],
    ['۰۱۲۳۴۵۶۷۸۹', 'Persian'],
    ['०१२३४५६७८९', 'Devanagari'],
    ['๐๑๒๓๔๕๖๗๘๙', 'Thai'],
    ['０１２３４５６７８９', 'full width'],
    ['𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙', 'Adlam'],
    ['𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡', 'mathematical'],
  ])('reads %s as the ten digits (%s)', (digits) => {
    expect(toAsciiDigits(digits.normalize('NFKC'))).toBe('0123456789')
  })

  it.each([
    [7, '7'],
    [443, '443'],
    [5061, '5,061'],
    [50000, '50,000'],
    [1234567, '1,234,567'],
  ])('groups the digits of %i', (value, text) => {
    expect(groupDigits(value, ',')).toBe(text)
  })
})
