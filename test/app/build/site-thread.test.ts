import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startSite} from '../../../src/app/build/site-thread.ts'
import {makeWorkFolder, removeWorkFolder} from '../../../src/disk/work-folder-fs.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-thread-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('src/app/build/site-thread.ts', () => {
  test('a site whose folder can’t be written ends with the reason and its code', async () => {
    const taken = join(folder, 'taken')
    writeFileSync(taken, '')
    const site = startSite({outDir: join(taken, 'dist')})
    try {
      site.begin(tinyKnowledgeBase())
      await expect(site.end()).rejects.toMatchObject({
        code: 'ENOTDIR',
        message: expect.stringContaining(taken),
      })
    } finally {
      await site.close()
    }
  }, 900_000)

  describe('two sites that are built at once in one process', () => {
    const build = async (name: string, more: Record<string, string>) => {
      const contentDir = join(folder, `workspace-${name}`)
      mkdirSync(join(contentDir, 'guide/en'), {recursive: true})
      for (const [page, text] of Object.entries({[name]: `Text of ${name}.`, ...more}))
        writeFileSync(
          join(contentDir, 'guide/en', `${page}.mdx`),
          `---\ntitle: Guide ${page}\n---\n\n${text}\n`,
        )
      const kb = tinyKnowledgeBase()
      const [topic] = kb.topics
      if (topic === undefined) throw new Error('the tiny knowledge base has a topic')
      const outDir = join(folder, name)
      const site = startSite({
        outDir,
        contentDir,
        base: `/${name}/`,
        ...(name === 'one' ? {previous: []} : {}),
      })
      try {
        site.begin({...kb, topics: [{...topic, id: `topic-${name}`}, ...kb.topics.slice(1)]})
        return {...(await site.end()), outDir}
      } finally {
        await site.close()
      }
    }
    let built: Awaited<ReturnType<typeof build>>[] = []
    beforeAll(async () => {
      built = await Promise.all([build('one', {}), build('two', {broken: '{undefined.length}'})])
    }, 900_000)

    test('have each its own dataset, guide and address', () => {
      const [one, two] = built.map(({outDir}, at) => {
        const read = (path: string) => readFileSync(join(outDir, path), 'utf8')
        return {
          guides: readdirSync(join(outDir, 'en/guide')).toSorted(),
          guide: read(`en/guide/${at === 0 ? 'one' : 'two'}/index.html`),
          topics: readdirSync(join(outDir, 'en/topics'))
            .filter((each) => each.startsWith('topic-'))
            .toSorted(),
          lost: read('404.html'),
          changes: read('en/changes/index.html'),
        }
      })
      expect(one?.guides).toEqual(['index.html', 'one'])
      expect(two?.guides).toEqual(['index.html', 'two'])
      expect(one?.guide).toContain('Text of one.')
      expect(two?.guide).toContain('Text of two.')
      expect(one?.topics).toEqual(['topic-one', 'topic-one.md'])
      expect(two?.topics).toEqual(['topic-two', 'topic-two.md'])
      expect(one?.lost).toContain('href="/one/en/"')
      expect(two?.lost).toContain('href="/two/en/"')
      expect(one?.changes).not.toContain('--previous')
      expect(two?.changes).toContain('--previous')
    })

    test('leave a page out that can’t be rendered, and name it with the site that has it', () => {
      const [one, two] = built
      expect(one?.faults).toEqual([])
      expect(two?.pages).toBeGreaterThan(10)
      // Other languages show the English guide.
      expect(two?.faults).toMatchObject(
        ['en', 'fr-FR', 'ja-JP', 'zh-TW'].map((locale) => ({
          id: 'internal-error',
          severity: 'error',
          place: {path: `${locale}/guide/broken/`, line: 1, column: 1},
        })),
      )
    })
  })

  test('a site that nobody needs any more writes nothing', async () => {
    const outDir = join(folder, 'unwanted')
    const site = startSite({outDir})
    await site.close()
    expect(existsSync(outDir)).toBe(false)
  })

  test('nothing of a run stays in the folder for interim files', () => {
    const own = readdirSync('.portolan').filter((name) => name.includes(`-${process.pid}-`))
    expect(own).toEqual([])
  })

  test('what a killed run left there is removed by the next one, and what others are at stays', () => {
    const dead = spawnSync(process.execPath, ['-e', ''])
    const [gone, alive] = [dead.pid, process.ppid].map((pid) =>
      join('.portolan', `site-${hostname()}-${pid}-x`),
    )
    const server = join('.portolan', `dev-${hostname()}-${dead.pid}-x`)
    for (const path of [gone, alive, server]) mkdirSync(path ?? '', {recursive: true})
    removeWorkFolder(makeWorkFolder())
    expect([gone, alive, server].map((path) => existsSync(path ?? ''))).toEqual([false, true, false])
    removeWorkFolder(alive ?? '')
  })
})
