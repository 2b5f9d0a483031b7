import {describe, expect, it} from 'vitest'
import {isExpandedBefore} from '../../../../src/reconcile/reading/abbreviations/expansions.ts'

describe('src/reconcile/reading/abbreviations/expansions.ts', () => {
  it.each([
    ['They block Server Message Block (SMB) traffic', 'SMB'],
    ['Hypertext Transfer Protocol (HTTP) from the client', 'HTTP'],
    ['Secure Hypertext Transfer Protocol (HTTPS)', 'HTTPS'],
    ['IP Private Branch eXchanges (PBXs)', 'PBXs'],
    ['Realtime Transport Protocol (RTP)', 'RTP'],
  ])('knows the words that an abbreviation is short for: %s', (text, abbreviation) => {
    expect(isExpandedBefore(text, abbreviation)).toBe(true)
  })

  it.each([
    ['SIP requests (TLS)', 'TLS'],
    ['Web traffic to the lock (HTTP)', 'HTTP'],
    ['the clients of the depot (for staff)', 'for staff'],
    ['RPC (SMB)', 'SMB'],
  ])('takes no other bracket for one: %s', (text, abbreviation) => {
    expect(isExpandedBefore(text, abbreviation)).toBe(false)
  })
})
