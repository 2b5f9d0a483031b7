import {describe, expect, it} from 'vitest'
import {withoutAddresses} from '../../../src/reconcile/reading/addresses.ts'

describe('src/reconcile/reading/addresses.ts', () => {
  it('blanks inline tags and placeholders, and keeps what they stand around', () => {
    const text = 'Open <x id="7"/> port <g id="12" ctype="bold">443</g> on <host> if 3 < 4 > 2'
    const blank = withoutAddresses(text)
    expect(blank).toHaveLength(text.length)
    expect(blank.replace(/ +/g, ' ')).toBe('Open port 443 on if 3 < 4 > 2')
  })
})
