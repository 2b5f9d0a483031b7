import {describe, expect, it} from 'vitest'
import {directionPieces, isolatedText} from '../../src/text/left-to-right.ts'

/** Pieces that stand apart in brackets of their own. */
const shown = (text: string): string =>
  directionPieces(text)
    .map((piece) => (piece.apart ? `⟦${piece.text}⟧` : piece.text))
    .join('')

describe('src/text/left-to-right.ts', () => {
  it.each([
    ['المنفذ 50,000-59,999 وارد', 'المنفذ ⟦50,000-59,999⟧ وارد'],
    ['443/TCP', '⟦443/TCP⟧'],
    [
      'خدمة Pier Lock (FQDN) عبر UDP 3478 أو 443/TCP.',
      'خدمة ⟦Pier Lock (FQDN)⟧ عبر ⟦UDP 3478⟧ أو ⟦443/TCP⟧.',
    ],
    ['(TLS) SIP فقط', '⟦(TLS) SIP⟧ فقط'],
    ['المنافذ 443، 5061 و8443', 'المنافذ ⟦443⟧، ⟦5061⟧ و⟦8443⟧'],
    ['‏*.example.com:443 و ≥ 1024', '‏*.⟦example.com:443⟧ و ⟦≥ 1024⟧'],
    ['منفذ (443) وارد', 'منفذ (⟦443⟧) وارد'],
    ['49152+', '⟦49152+⟧'],
    ['מ-Harbour אל 2001:db8::10', 'מ-⟦Harbour⟧ אל ⟦2001:db8::10⟧'],
    ['أي ← Access Edge', 'أي ← ⟦Access Edge⟧'],
    ['نص بلا أسماء', 'نص بلا أسماء'],
    ['', ''],
  ])('sets names, ports and addresses of “%s” apart', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('loses and adds nothing', () => {
    for (const text of ['a (b', 'b) a', '((1)', '[x]) منفذ ([', ')(', 'a\u202eb 443 أ'])
      expect(
        directionPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })

  it('reads long texts of brackets and marks to their ends', () => {
    for (const text of ['( ', 'a-', '-+*', 'a (', ') a'])
      expect(directionPieces(text.repeat(20_000)).length).toBeGreaterThan(0)
  })

  it('marks them in plain text', () => {
    expect(isolatedText('المنفذ 443–445')).toBe('المنفذ \u2066443–445\u2069')
  })
})
