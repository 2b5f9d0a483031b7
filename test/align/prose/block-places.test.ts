import {describe, expect, it} from 'vitest'
import {samePlaces} from '../../../src/align/prose/block-places.ts'
import type {Block} from '../../../src/model/schema.ts'

/** `h2 p p t`: a heading of level 2, two paragraphs, a table. */
const blocks = (text: string): Pick<Block, 'kind' | 'depth'>[] =>
  text.split(' ').map((word) => {
    const kinds = {h: 'heading', p: 'paragraph', i: 'listItem', t: 'table'} as const
    const kind =
      (Object.keys(kinds) as (keyof typeof kinds)[]).find((letter) => word.startsWith(letter)) ?? 'p'
    return {kind: kinds[kind], depth: Number(word.slice(1))}
  })

const places = (one: string, other: string) => [...samePlaces(blocks(one), blocks(other))]

describe('src/align/prose/block-places.ts', () => {
  it('pairs the blocks of editions that are built alike', () => {
    expect(places('h1 p t p', 'h1 p t p')).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('leaves out what stands under a heading with other blocks, and pairs the rest', () => {
    expect(places('h1 p p h2 i1 i1', 'h1 p h2 i1 i1')).toEqual([
      [2, 3],
      [3, 4],
      [4, 5],
    ])
  })

  it('pairs nothing where the headings or tables of two editions differ', () => {
    expect(places('h1 p h2 p', 'h1 p h3 p')).toEqual([])
    expect(places('h1 p t p', 'h1 p')).toEqual([])
    expect(places('p t p', 'p h1 p')).toEqual([])
  })

  it('pairs nothing with an empty edition', () => {
    expect([...samePlaces([], blocks('p'))]).toEqual([])
  })
})
