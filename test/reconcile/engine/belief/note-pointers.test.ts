import {describe, expect, it} from 'vitest'
import {ask, problemsOf} from '../../../../src/reconcile/engine/ask.ts'
import {readPointer} from '../../../../src/reconcile/engine/belief/note-pointers.ts'
import {emptyContext} from '../../../../src/reconcile/engine/context.ts'

const found = (locale: string, source: string, target: string): string[] => {
  const asked = ask({id: 'u', locale, source, target, header: false}, emptyContext)
  return asked === null
    ? []
    : problemsOf(asked).map(({check, problem}) => `${problem.severity ?? check.severity} ${check.id}`)
}

describe('src/reconcile/engine/belief/note-pointers.ts', () => {
  it.each([
    ['80 (See note 1, Proxy server port)', '80', '1'],
    ['80 o 8530 (vedere la nota 3, Windows Server Update Services)', '80 o 8530', '3'],
    ['443 (patrz adnotacja 2, port zapasowy)', '443', '2'],
    ['80 Observação 4', '80', '4'],
    ['443 (注 2)', '443', '2'],
    ['443 (참고 2)', '443', '2'],
    ['443 (SSL) Hinweis 2', '443 (SSL)', '2'],
    ['443', '443', null],
    ['See note 1', 'See note 1', null],
    ['443 (see note 2: port 8443)', '443 (see note 2: port 8443)', null],
  ])('finds the note that the end of a cell points to: %s', (text, body, note) => {
    expect(readPointer(text)).toEqual({body, note})
  })

  it.each([
    ['it-IT', '69 Nota 4'],
    ['pt-BR', '69 Observação 4'],
    ['de-DE', '69 (siehe Hinweis 4)'],
    ['pl-PL', '69 (uwaga 4)'],
  ])('takes a pointer for the pointer and the words about its note (%s)', (locale, target) => {
    const source = '69 (See note 4, Trivial FTP (TFTP) daemon of the proxy server)'
    expect(found(locale, source, target)).toEqual([])
    expect(found(locale, source, target.replace('69', '96'))).toContain('critical port-number')
  })

  it.each(['it-IT', 'de-DE', 'ja-JP', 'cs-CZ'])(
    'has a lost pointer, or one to another note, for minor (%s)',
    (locale) => {
      const source = '443 (See note 2, Alternate port available)'
      expect(found(locale, source, '443').filter((each) => !each.startsWith('minor'))).toEqual([])
      expect(found(locale, source, '443')).toContain('minor port-number')
      expect(found(locale, '443', '443 (note 2)')).toEqual(['minor port-number'])
    },
  )
})
