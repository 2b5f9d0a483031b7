import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readWords} from '../../../src/reconcile/publish/words-fs.ts'

describe('src/reconcile/publish/words-fs.ts', () => {
  let content = ''
  beforeEach(() => {
    content = mkdtempSync(join(tmpdir(), 'words-'))
    mkdirSync(join(content, 'termbase'))
    mkdirSync(join(content, 'decisions'))
  })
  afterEach(() => rmSync(content, {recursive: true}))

  const write = (path: string, value: unknown) =>
    writeFileSync(join(content, path), typeof value === 'string' ? value : JSON.stringify(value))
  const port = {source: 'port', approved: '連接埠', accepted: [], forbidden: ['埠'], note: ''}

  it('reads the shipped words without a complaint', () => {
    const {termbase, diagnostics} = readWords('content')
    expect(diagnostics).toEqual([])
    expect([...termbase.keys()]).toEqual(['fr-FR', 'ja-JP', 'zh-TW'])
  })

  it('has no words where the workspace has none', () => {
    expect(readWords(join(content, 'nowhere'))).toEqual({
      termbase: new Map(),
      decisions: new Map(),
      diagnostics: [],
    })
  })

  it('takes a term without a severity as a minor one', () => {
    write('termbase/zh-TW.json', {locale: 'zh-TW', entries: [port]})
    expect(readWords(content).termbase.get('zh-TW')?.entries[0]?.severity).toBe('minor')
  })

  it.each([
    ['broken JSON', '{', 'words-unreadable'],
    ['a missing field', {locale: 'zh-TW', entries: [{source: 'port'}]}, 'words-unreadable'],
    ['another locale', {locale: 'ja-JP', entries: []}, 'words-of-another-locale'],
    [
      'a term that forbids itself',
      {locale: 'zh-TW', entries: [{...port, forbidden: ['連接埠']}]},
      'term-forbids-itself',
    ],
  ])('leaves a termbase with %s out, and says why', (_, value, id) => {
    write('termbase/zh-TW.json', value)
    const {termbase, diagnostics} = readWords(content)
    expect(termbase.size).toBe(0)
    expect(diagnostics.map((diagnostic) => diagnostic.id)).toEqual([id])
    expect(diagnostics[0]?.place.path).toBe(join(content, 'termbase', 'zh-TW.json'))
  })

  it('says which decisions are for another locale than their file', () => {
    write('decisions/fr-FR.json', {
      locale: 'ja-JP',
      entries: [{source: 'Any', text: '任意', reason: 'usage', date: '2026-01-31'}],
    })
    const {decisions, diagnostics} = readWords(content)
    expect(decisions.size).toBe(0)
    expect(diagnostics[0]?.message).toBe('expected words for fr-FR, found “locale”: “ja-JP”')
  })
})
