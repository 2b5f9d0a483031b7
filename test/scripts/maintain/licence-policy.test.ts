import {describe, expect, it} from 'vitest'
import {isAllowed} from '../../../scripts/maintain/licence-policy.ts'

describe('scripts/maintain/licence-policy.ts', () => {
  it.each([
    'MIT',
    '(MIT OR CC0-1.0)',
    'MIT OR GPL-3.0-only',
    'GPL-3.0-only OR MIT',
    'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    '(MIT AND (GPL-2.0-only OR ISC))',
  ])('allows %s', (expression) => expect(isAllowed(expression)).toBe(true))

  it.each([
    '',
    'GPL-3.0-only',
    'MIT AND GPL-3.0-only',
    'GPL-3.0-only AND MIT OR AGPL-3.0-only',
    'MIT OR',
    '(MIT',
    'MIT)',
    'MIT ISC',
    'UNLICENSED',
    'SEE LICENSE IN licence.txt',
    'toString',
  ])('refuses “%s”', (expression) => expect(isAllowed(expression)).toBe(false))
})
