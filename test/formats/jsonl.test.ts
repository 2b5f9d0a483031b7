import {describe, expect, test} from 'vitest'
import {jsonlReader} from '../../src/formats/jsonl.ts'
import {stateOfSegment, UNSTATED} from '../../src/formats/work-state.ts'
import {readText, shortly} from './readers.ts'

const line = (fields: object) =>
  JSON.stringify({id: 'a', locale: 'zh-TW', source: 'Any', target: '任何', ...fields})
const read = (text: string, size?: number) => readText(jsonlReader('u.jsonl'), text, size)

/** What a line says that has no more than its texts. */
const plain = {states: [UNSTATED], translate: true, english: 'stated'}

describe('src/formats/jsonl.ts', () => {
  test('a line may tell its state, and whether its English was inferred', () => {
    const {units} = read(
      [
        {state: 'final', sourceOrigin: 'span'},
        {state: 'translated', sourceOrigin: 'shape'},
        {sourceOrigin: 'memory'},
        {state: null, sourceOrigin: null},
      ]
        .map(line)
        .join('\n'),
    )
    expect(units.map(({states}) => states)).toEqual([
      [stateOfSegment('final')],
      [stateOfSegment('translated')],
      [UNSTATED],
      [UNSTATED],
    ])
    expect(units.map(({english}) => english)).toEqual(['stated', 'inferred', 'inferred', 'stated'])
  })

  test.for([1, 7, 1e6])(
    'a byte order mark, CR LF, empty lines and pieces of %i characters make no difference',
    (size) => {
      const {units, diagnostics} = read(
        `\uFEFF${line({})}\r\n\r\n${line({id: 2, locale: 'fr-fr', source: null})}`,
        size,
      )
      expect(diagnostics).toEqual([])
      expect(units).toEqual([
        {
          id: 'a',
          locale: 'zh-TW',
          source: 'Any',
          target: '任何',
          place: {path: 'u.jsonl', line: 1, column: 1},
          date: null,
          ...plain,
        },
        {
          id: '2',
          locale: 'fr-FR',
          source: null,
          target: '任何',
          place: {path: 'u.jsonl', line: 3, column: 1},
          date: null,
          ...plain,
        },
      ])
    },
  )

  test('each bad line is reported, and the good ones are read', () => {
    const {units, diagnostics} = read(
      [
        '{"id": 1',
        '[]',
        '{"id":"x","locale":"fr-FR","target":"y"}',
        line({target: 5}),
        line({locale: 'nowhere-at-all-really'}),
        line({target: ''}),
        line({}),
      ].join('\n'),
    )
    expect(shortly(diagnostics)).toEqual([
      expect.stringMatching(/^1:\d+ error malformed-json$/),
      '2:1 error missing-field',
      '3:1 error missing-field',
      '4:1 error missing-field',
      '5:1 error unknown-locale',
      '6:1 warning empty-target',
    ])
    expect(diagnostics[2]?.message).toContain('source')
    expect(units).toHaveLength(2)
  })

  test('a line that is nested too deep is a bad line, not a crash', () => {
    const deep = `${'['.repeat(5e6)}`
    expect(shortly(read(deep).diagnostics)).toEqual([expect.stringContaining('error malformed-json')])
  })

  test('a line of 50 MB is reported and left out', () => {
    const {units, diagnostics} = read(`${line({target: 'x'.repeat(50e6)})}\n${line({})}`, 65_536)
    expect(shortly(diagnostics)).toEqual(['1:1 error line-too-long'])
    expect(units).toHaveLength(1)
  })
})
