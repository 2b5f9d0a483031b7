import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {splitSentences} from '../../src/text/sentences.ts'

describe('src/text/sentences.ts', () => {
  it('ends a sentence at a full stop before a capital, and at a CJK one anywhere', () => {
    expect(splitSentences('Open TCP 443. Close 80.')).toEqual(['Open TCP 443.', 'Close 80.'])
    expect(splitSentences('443 を開く。80 を閉じる。')).toEqual(['443 を開く。', '80 を閉じる。'])
  })
  it('leaves versions, file names and abbreviations whole', () => {
    expect(splitSentences('Use v1.5 of ports.md, e.g. Linux.')).toEqual(['Use v1.5 of ports.md, e.g. Linux.'])
  })
  it('leaves a closing bracket with the sentence that it closes', () => {
    expect(splitSentences('（443 を開く。 ） 次へ。')).toEqual(['（443 を開く。 ）', '次へ。'])
  })
  it('loses no character but white space', () => {
    const text = fc.array(fc.constantFrom('A', 'b', '. ', '。', '! ', '**', '(', ') ', ' ', '1.5'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, (parts) => {
        const flat = (all: string) => all.replace(/\s/g, '')
        expect(flat(splitSentences(parts.join('')).join(''))).toBe(flat(parts.join('')))
      }),
    )
  })
})
