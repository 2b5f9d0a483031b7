import {describe, expect, it} from 'vitest'
import {readHeader} from '../../../src/ingest/table/header-words.ts'

describe('src/ingest/table/header-words.ts', () => {
  it('finds the known word inside a longer header', () => {
    expect(readHeader('可用的埠', 'zh-TW')).toEqual({kind: 'port', by: 'part'})
    expect(readHeader('**Destination Port or port range**', 'en').kind).toBe('port')
    expect(readHeader('支援', 'zh-TW')).toEqual({kind: 'other', by: null})
    expect(readHeader('Transportation report', 'en').kind).toBe('other')
  })
})
