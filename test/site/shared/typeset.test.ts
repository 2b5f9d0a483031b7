import {describe, expect, it} from 'vitest'
import {typeset} from '../../../src/site/shared/typeset.ts'

describe('src/site/shared/typeset.ts', () => {
  it('holds characters to their words', () => {
    expect(typeset('Messagerie : « appels » ; et ?')).toBe(
      'Messagerie\u00a0: «\u00a0appels\u00a0»\u00a0; et\u00a0?',
    )
  })

  it('leaves other spaces alone', () => {
    expect(typeset('port 443 : TCP, UDP')).toBe('port 443\u00a0: TCP, UDP')
  })
})
