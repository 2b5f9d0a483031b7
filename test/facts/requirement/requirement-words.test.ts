import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {requirementOf} from '../../../src/facts/requirement/requirement-words.ts'

describe('src/facts/requirement/requirement-words.ts', () => {
  it.each([
    ['Needed only by partners that still run Office Communications Server 2007.', 'legacy'],
    ['Open this only for Live Communications Server 2005 partners', 'legacy'],
    ['Only for partners on Office Communications Server 2007 or Lync Server 2010', 'conditional'],
    ['(Optional) Sends the browser to HTTPS.', 'optional'],
    ['Optionally used for static routes.', 'optional'],
    ['Used for calls if public IM is set up.', 'conditional'],
    ['Carries file transfers to previous clients.', 'conditional'],
    ['Is needed unless DNS load balancing is on', 'conditional'],
    ['Checks if the certificate is valid', 'unknown'],
    ['Signalling from each server if in a pool', 'unknown'],
    ['Client sign-in', 'unknown'],
    ['The gifted optionals', 'unknown'],
  ])('reads “%s” as %s', (note, requirement) => {
    expect(requirementOf(note).requirement).toBe(requirement)
  })

  it.each([
    ['en', 'No firewall rule is needed.', 'conditional'],
    ['de', 'Es ist keine eigene Regel erforderlich.', 'conditional'],
    ['fr', 'Aucune règle n’est requise.', 'conditional'],
    ['fr', 'Aucune règle de pare-feu nécessaire', 'conditional'],
    ['ko', '이 포트를 열 필요가 없습니다.', 'conditional'],
    ['es', 'Ninguna regla es necesaria.', 'conditional'],
    ['it', 'Nessuna apertura è necessaria.', 'conditional'],
    ['pt', 'Nenhuma regra é necessária.', 'conditional'],
    ['nl', 'Er is geen regel vereist.', 'conditional'],
    ['sv', 'Ingen öppning krävs.', 'conditional'],
    ['ja', 'ルールは必要ありません。', 'optional'],
    ['en', 'Not for guests, but required for staff.', 'required'],
    ['en', 'Required, no exceptions.', 'required'],
    ['fr', 'C’est requis.', 'required'],
  ])('never calls required what a clause says no to: %s “%s”', (locale, note, requirement) => {
    expect(requirementOf(note, locale).requirement).toBe(requirement)
  })

  it('quotes the sentence that says so', () => {
    expect(requirementOf('Carries media. Used if UDP fails. See the notes.')).toEqual({
      requirement: 'conditional',
      quote: 'Used if UDP fails.',
    })
    expect(requirementOf(null)).toEqual({requirement: 'unknown', quote: null})
  })

  it('takes the quote from the note, whatever the note is', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('if so', 'optional', ''), (text, extra) => {
        const note = `${text} ${extra}`
        const {quote} = requirementOf(note)
        expect(quote === null || note.normalize('NFC').replace(/\s+/gu, ' ').includes(quote)).toBe(true)
      }),
    )
  })
})
