import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import getPort from 'get-port'
import {describe, expect, test} from 'vitest'
import {rightDocument, writeFiles} from '../../support/faulty-document.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {ask, exchange, parseAnswer} from '../../support/raw-request.ts'
import {runServer} from '../../support/running-server.ts'

describe('scripts/commands/dev.ts', () => {
  test('it answers for this machine only, by GET and HEAD, nothing hidden; Ctrl-C ends it', async () => {
    const sources = join(temporaryFolder(), 'sources')
    mkdirSync(sources)
    writeFiles(sources, {'a.md': rightDocument})
    const root = process.cwd()
    const {port, child, ended} = await runServer([
      'dev',
      '--sources',
      sources,
      '--port',
      String(await getPort()),
      '--host',
      'ports.example',
    ])
    const page = await ask(port, '/en/')
    expect(page.status).toBe(200)
    expect((await ask(port, '/en/', {method: 'HEAD'})).status).toBe(200)
    expect((await ask(port, '/@vite/client')).status).toBe(200)
    expect((await ask(port, `/@fs${root}/package.json`)).status).toBe(200)
    for (const host of ['ports.example', `[::1]:${port}`])
      expect((await ask(port, '/en/', {headers: {Host: host}})).status).toBe(200)
    for (const host of ['evil.example', 'evil.localhost', '10.0.0.1', 'localhost.evil.example'])
      expect((await ask(port, '/en/', {headers: {Host: host}})).status, host).toBe(421)
    for (const method of ['POST', 'OPTIONS', 'PUT'])
      expect(await ask(port, '/en/', {method})).toMatchObject({status: 405, headers: {allow: 'get, head'}})
    for (const target of [
      '/.gitignore',
      '/%2egitignore',
      '/.git/config',
      '/.git',
      '/.ci/run',
      '/en/..%2f.gitignore',
      `/@fs${root}/.gitignore`,
      `/@fs${root}/.ci/run?raw`,
      `/@fs${root}/src/../.gitignore`,
    ])
      expect((await ask(port, target)).status, target).toBe(404)
    for (const target of ['/%', '/%00', '/%E0%A4%A'])
      expect((await ask(port, target)).status, target).toBe(400)
    for (const target of ['//evil.example', '/..%2f..%2f..%2fetc/passwd', `/${'a'.repeat(5000)}`]) {
      const {status, headers, body} = await ask(port, target)
      expect(status, target).toBeGreaterThanOrEqual(300)
      expect(body, target).not.toContain('root:')
      expect(headers['location'] ?? '/', target).toMatch(/^\/(?![/\\])/)
    }
    const upgrade = `GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: vite-hmr\r\n\r\n`
    expect(parseAnswer(await exchange(port, upgrade)).status).not.toBe(101)
    expect((await ask(port, '/en/', {headers: {Range: 'bytes=9-2'}})).status).toBe(200)
    expect((await ask(port, '/en/')).body).toContain('<html')
    child.kill('SIGINT')
    expect(await ended).toMatchObject({status: 0, signal: null})
  })
})
