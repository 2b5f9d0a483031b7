import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, it, vi} from 'vitest'
import {buildKnowledgeBase} from '../../../src/align/build-knowledge-base.ts'
import {redirectsOf} from '../../../src/app/build/redirects.ts'
import {writeRedirects} from '../../../src/app/build/write-redirects-fs.ts'
import {type CellText, editionOf, tableOf} from '../../support/edition-of.ts'

const HEADER: CellText[] = ['Protocol', 'Port', 'Source', 'Destination']
const ROWS: CellText[][] = [
  ['TCP', '443', 'Any', 'Gateway'],
  ['UDP', '514', 'Gateway', 'Log server'],
]
const document = (locale: string, name: string, title: string, assetId: string | null = null) =>
  editionOf({
    path: `${locale}/${name}.md`,
    locale,
    name,
    assetId,
    form: locale === 'en' ? 'source' : 'plain',
    title: {source: null, target: title},
    tables: [tableOf(['protocol', 'port', 'source', 'destination'], [HEADER, ...ROWS])],
  })
const build = (...documents: ReturnType<typeof document>[]) => buildKnowledgeBase(documents)

describe('src/app/build/redirects.ts', () => {
  const french = build(document('fr', 'gate-ports', 'Ports de la porte'))
  const both = build(
    document('fr', 'gate-ports', 'Ports de la porte'),
    document('en', 'gate-ports', 'Ports of the gate'),
  )

  it('leads from the name of the documents to the English title, and back when the English is gone', () => {
    expect(french.topics.map(({id}) => id)).toEqual(['gate-ports'])
    expect(redirectsOf(both.topics, both.editions, [])).toEqual([
      {from: 'gate-ports', to: 'ports-of-the-gate'},
    ])
    expect(redirectsOf(french.topics, french.editions, both.topics)).toEqual([
      {from: 'ports-of-the-gate', to: 'gate-ports'},
    ])
  })

  it('leads from an earlier title, and from an earlier name of the file', () => {
    const retold = build(document('en', 'gate-ports', 'What the gate opens'))
    expect(redirectsOf(retold.topics, retold.editions, both.topics)).toContainEqual({
      from: 'ports-of-the-gate',
      to: 'what-the-gate-opens',
    })
    const renamed = build(document('fr', 'door', 'Ports de la porte'))
    expect(redirectsOf(renamed.topics, renamed.editions, french.topics)).toEqual([
      {from: 'gate-ports', to: 'door'},
    ])
  })

  it('has none where nothing changed, and none from an address that a topic has', () => {
    expect(redirectsOf(french.topics, french.editions, french.topics)).toEqual([])
  })

  it('is a line for hosts and a page in each language', () => {
    const folder = mkdtempSync(join(tmpdir(), 'redirects-'))
    try {
      mkdirSync(join(folder, 'fr/topics/now'), {recursive: true})
      writeRedirects(folder, [{from: 'then', to: 'now'}], ['fr', 'ja'], '/site')
      expect(readFileSync(join(folder, '_redirects'), 'utf8')).toBe(
        '/site/fr/topics/then/* /site/fr/topics/now/:splat 301\n',
      )
      const page = readFileSync(join(folder, 'fr/topics/then/index.html'), 'utf8')
      expect(page).toContain('<noscript><meta http-equiv="refresh" content="0; url=../now/"></noscript>')
      const [, script = ''] = /<script>(.*)<\/script>/.exec(page) ?? []
      expect(page).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
      const location = {search: '?q=1', hash: '#r-0123456789', replace: vi.fn()}
      new Function('location', script)(location)
      expect(location.replace).toHaveBeenCalledWith('../now/?q=1#r-0123456789')
      expect(existsSync(join(folder, 'ja'))).toBe(false)
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  })
})
