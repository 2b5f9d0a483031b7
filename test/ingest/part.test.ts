import {describe, expect, it} from 'vitest'
import {parsePart, partProblems, partToJsonl} from '../../src/ingest/part.ts'
import {parseShard, shareOf} from '../../src/ingest/shard.ts'
import {editionOf, tableOf} from '../support/edition-of.ts'

const part = {
  shard: {index: 2, count: 3},
  editions: ['a.md', 'b.md'].map((path) =>
    editionOf({path, tables: [tableOf(['port'], [['Port'], ['443']])]}),
  ),
  diagnostics: [],
}

const parse = (text: string) => parsePart(text.split('\n'))

describe('src/ingest/part.ts', () => {
  it('reads back what it wrote', () => {
    expect(parse([...partToJsonl(part)].join(''))).toEqual(part)
  })

  it('refuses a part that was cut', () => {
    const [head, first] = [...partToJsonl(part)]
    expect(() => parse(`${head}${first}`)).toThrow(
      'expected 2 documents and a tail, found 1 lines: the part was cut',
    )
  })

  it('refuses a part that was changed', () => {
    const text = [...partToJsonl(part)].join('')
    expect(() => parse(text.replace('443', '444'))).toThrow('the part was changed')
  })

  it('refuses a part of another format', () => {
    expect(() => parse('{"format":"other"}\n')).toThrow(
      'expected the head of a portolan-part-1, found {"format":"other"}',
    )
  })

  it('names shares that are missing, doubled, or of another split', () => {
    const shards = [
      {index: 1, count: 3},
      {index: 1, count: 3},
      {index: 2, count: 2},
    ]
    expect(partProblems(shards.map((shard) => ({shard})))).toEqual([
      '2/2 is of another split',
      '3/3 is missing',
      '1/3 is there twice',
    ])
    expect(partProblems([1, 2, 3].map((index) => ({shard: {index, count: 3}})))).toEqual([])
  })
})

describe('src/ingest/shard.ts', () => {
  it('gives each document to exactly one share', () => {
    const all = Array.from({length: 10}, (_, index) => index)
    const shares = [1, 2, 3].map((index) => shareOf(all, {index, count: 3}))
    expect(shares.flat().toSorted((a, b) => a - b)).toEqual(all)
  })

  it.each(['0/4', '5/4', '1', 'x', '1/0', '-1/4', '1/4/2'])('refuses %s', (text) => {
    expect(parseShard(text)).toBeNull()
  })

  it('reads a share', () => {
    expect(parseShard('2/4')).toEqual({index: 2, count: 4})
  })
})
