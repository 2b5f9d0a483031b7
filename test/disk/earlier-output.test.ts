import {describe, expect, it} from 'vitest'
import {isPartOfEarlierOutput, notOfEarlierOutput} from '../../src/disk/earlier-output.ts'

const DATA = [
  'checks.json',
  'knowledge-base.json',
  'knowledge-base.schema.json',
  'rules.csv',
  'units.jsonl',
  'units.zh-TW.xlf',
]
const SITE = [
  '404.html',
  '_astro/',
  '_astro/entry.Bc4TsoA8.css',
  '_headers',
  'data/',
  ...DATA.map((name) => `data/${name}`),
  'data/topics/',
  'data/topics/edge.csv',
  'en/index.html',
  'en/sw.js',
  'fr-FR/topics/edge/index.html',
  'index.html',
  'llms.txt',
  'pagefind/en/text/und_1.json',
  'search/0123456789ab/en/words/a.json',
  'search/index.json',
]

describe('src/disk/earlier-output.ts', () => {
  it('knows a dataset, a part, a site and an empty folder by all that is in them', () => {
    for (const paths of [DATA, SITE, ['part-1-of-4.jsonl'], []]) expect(notOfEarlierOutput(paths)).toEqual([])
  })

  it('names what else is in them, however deep', () => {
    for (const path of [
      'notes.md',
      'data/mine/',
      'data/mine/x.csv',
      'en/topics/edge/photo.png',
      'src/main.c',
      '.git/HEAD',
    ])
      expect(notOfEarlierOutput([...SITE, path])).toEqual(path.endsWith('/') ? [] : [path])
    expect(notOfEarlierOutput([...DATA, 'my.csv'])).toEqual(['my.csv'])
  })

  it('knows nothing by one telling name alone', () => {
    for (const paths of [
      ['knowledge-base.json'],
      ['data/', 'src/', 'src/main.c'],
      ['data/', 'en/index.html', 'index.html'],
      ['part-1-of-4.jsonl', 'part-2-of-4.jsonl'],
    ])
      expect(notOfEarlierOutput(paths)).toEqual(paths)
  })

  it('knows what a killed run left by its names alone', () => {
    expect(isPartOfEarlierOutput(['knowledge-base.json'])).toBe(true)
    expect(isPartOfEarlierOutput(['data/', 'data/rules.csv', 'index.html'])).toBe(true)
    expect(isPartOfEarlierOutput(['data/', 'thesis.docx'])).toBe(false)
  })
})
