import {symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {serveSite} from '../../../src/app/serve/serve-fs.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {ask} from '../../support/raw-request.ts'
import {files, portOf, start, text, useServedFolder, writeFiles} from '../../support/served-folder.ts'

const served = useServedFolder()

describe('src/app/serve/serve-fs.ts: files', () => {
  test('a folder is its index.html, below its own address', async () => {
    expect(await ask(served().port, '/en/')).toMatchObject({status: 200, body: files['en/index.html']})
    expect(await ask(served().port, '/en?q=%20')).toMatchObject({
      status: 302,
      headers: {location: '/en/?q=%20'},
    })
    expect(await ask(served().port, '/%E5%90%8D')).toMatchObject({headers: {location: '/%e5%90%8d/'}})
    expect(await ask(served().port, '/%E5%90%8D/')).toMatchObject({status: 200, body: files['名/index.html']})
    expect((await ask(served().port, '/file.txt/')).status).toBe(404)
    expect((await ask(served().port, '/_astro/')).status).toBe(404)
  })

  test('a path that looks like another host is never led to', async () => {
    for (const target of [
      '//evil.example',
      '//evil.example/..',
      '//en',
      '/%2F%2Fen',
      '/\\evil.example',
      '///en',
      '//en/..',
    ]) {
      const {status, headers} = await ask(served().port, target)
      expect([200, 302, 404], target).toContain(status)
      expect(headers['location'] ?? '/', target).toMatch(/^\/(?![/\\])/)
    }
  })

  test.each([
    '/.env',
    '/%2eenv',
    '/%2Eenv',
    '/./.env',
    '//.env',
    '/en/../.env',
    '/en/..%2f.env',
    '/.git/config',
    '/.git%2fconfig',
    '/%2egit/config',
    '/.git/',
    '/en/.hidden/',
    '/plain.txt',
    '/_headers',
    '/%5fheaders',
    '//_headers',
  ])('%s is hidden', async (target) => {
    expect(await ask(served().port, target)).toMatchObject({status: 404, body: files['404.html']})
  })

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/en/../../secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '/%252e%252e/secret.txt',
    '/../../../../../../../../etc/passwd',
    '/link.txt',
    '/links/',
    '/links',
    '/links/index.html',
    '/round',
  ])('%s leads nowhere', async (target) => {
    const {status, body} = await ask(served().port, target)
    expect(status).toBe(404)
    expect(body).not.toContain('secret')
  })

  test('a link inside the folder is followed', async () => {
    expect(await ask(served().port, '/same.txt')).toMatchObject({status: 200, body: text})
  })

  test('a folder that is itself a link is served', async () => {
    const link = join(temporaryFolder(), 'site')
    symlinkSync(served().folder, link)
    expect((await ask(portOf(await start(link, 20_000)), '/file.txt')).body).toBe(text)
  })

  test('the page of an unknown address is the site’s own, in the language of the address', async () => {
    expect(await ask(served().port, '/en/none/')).toMatchObject({status: 404, body: files['404.html']})
    expect(await ask(served().port, '/fr-FR/none?q')).toMatchObject({
      status: 404,
      body: files['fr-FR/404.html'],
      headers: {'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff'},
    })
    const bare = portOf(await start(temporaryFolder(), 20_000))
    expect(await ask(bare, '/')).toMatchObject({status: 404, body: '404: no such page\n'})
  })

  test('below a path its links and its unknown addresses stay below it', async () => {
    const below = portOf(await start(served().folder, 20_000, '/docs/ports'))
    expect((await ask(below, '/docs/ports/file.txt')).body).toBe(text)
    expect(await ask(below, '/docs/ports/en')).toMatchObject({headers: {location: '/docs/ports/en/'}})
    expect(await ask(below, '/elsewhere')).toMatchObject({status: 302, headers: {location: '/docs/ports/'}})
    expect((await ask(below, '/docs/ports/../../../secret.txt')).status).toBe(404)
    expect((await ask(below, '/docs/ports/_astro/a.css')).headers['cache-control']).toContain('immutable')
  })
})

describe('src/app/serve/serve-fs.ts: headers', () => {
  test('those of _headers are sent with every file, by the pattern of its path', async () => {
    const page = await ask(served().port, '/en/index.html')
    expect(page.headers).toMatchObject({'x-content-type-options': 'nosniff', 'x-language': 'yes'})
    expect((await ask(served().port, '/data.json')).headers).not.toHaveProperty('x-language')
  })

  test('several rules for one header are joined, and what belongs to the answer stays', async () => {
    const {headers} = await ask(served().port, '/_astro/a.css')
    expect(headers).toMatchObject({
      vary: 'accept, origin',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(await ask(served().port, '/data.json')).toMatchObject({
      body: '{}',
      headers: {'content-length': '2'},
    })
  })

  test('what no rule makes lasting is asked for again each time', async () => {
    expect((await ask(served().port, '/')).headers).toMatchObject({
      'cache-control': 'no-cache',
      etag: expect.stringMatching(/^w\/"/),
      'content-type': 'text/html; charset=utf-8',
    })
  })

  test('a rule takes a header back, and one for another host says nothing here', async () => {
    const rules = `/*\n  X-A: 1\n  X-B: 2\n/b.txt\n  ! X-A\nhttps://ports.example/*\n  X-C: 3\n`
    const other = portOf(await start(writeFiles(temporaryFolder(), {_headers: rules, 'b.txt': ''}), 20_000))
    const {headers} = await ask(other, '/b.txt')
    expect(headers).toMatchObject({'x-b': '2'})
    expect(headers).not.toHaveProperty('x-a')
    expect(headers).not.toHaveProperty('x-c')
  })

  test('a line that is no header is said with its place', async () => {
    const broken = writeFiles(temporaryFolder(), {_headers: '/*\n  X-A: b\n  no header\n'})
    await expect(serveSite(broken, 20_000)).rejects.toThrow(/_headers:3: expected a path, or/)
  })
})
