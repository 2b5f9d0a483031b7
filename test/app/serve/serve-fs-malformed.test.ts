import {describe, expect, test, vi} from 'vitest'
import {createRandom} from '../../fuzz/random.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {ask, exchange, parseAnswer} from '../../support/raw-request.ts'
import {portOf, start, text, useServedFolder, writeFiles} from '../../support/served-folder.ts'

const served = useServedFolder()

describe('src/app/serve/serve-fs.ts: malformed requests', () => {
  test.each(['/%', '/%00', '/a%00.txt', '/%c0%ae', '/%E0%A4%A', '/%zz', '/%u0041'])(
    '%s is refused',
    async (target) => {
      expect((await ask(served().port, target)).status).toBe(400)
    },
  )

  test('a very long path, name, line or header is answered', async () => {
    expect((await ask(served().port, `/${'a'.repeat(5000)}`)).status).toBe(404)
    expect((await ask(served().port, `/${'a/'.repeat(5000)}`)).status).toBe(404)
    expect((await ask(served().port, `/${'../'.repeat(4000)}`)).status).toBe(404)
    expect((await ask(served().port, `/${'a'.repeat(70_000)}`)).status).toBe(431)
    expect((await ask(served().port, '/', {headers: {'X-Long': 'a'.repeat(70_000)}})).status).toBe(431)
  })

  test.each([
    'nonsense\r\n\r\n',
    'GET\r\n\r\n',
    'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n',
    'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'GET file.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: localhost\r\nBad Header: 1\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  ])('%j is a bad request', async (bytes) => {
    expect(parseAnswer(await exchange(served().port, bytes)).status).toBe(400)
  })

  test('half a request keeps nobody waiting, and is given up after a while', async () => {
    const half = exchange(served().port, 'GET / HTTP/1.1\r\nHost: loc')
    expect((await ask(served().port, '/')).status).toBe(200)
    expect(served().server.headersTimeout).toBeGreaterThan(0)
    expect(served().server.headersTimeout).toBeLessThanOrEqual(60_000)
    expect(served().server.requestTimeout).toBeGreaterThan(0)
    expect(served().server.requestTimeout).toBeLessThanOrEqual(300_000)
    const other = await start(served().folder, 20_000)
    const waiting = exchange(portOf(other), 'GET / HTTP/1.1\r\nHost: loc')
    await ask(portOf(other), '/')
    other.close()
    expect(await waiting).toBe('')
    served().server.closeAllConnections()
    await half
  })

  test('a reader who leaves in the middle of a file harms nobody', async () => {
    const large = writeFiles(temporaryFolder(), {'large.bin': 'x'.repeat(20_000_000)})
    const started = await start(large, 20_000)
    const controller = new AbortController()
    const response = await fetch(`${started.url}large.bin`, {signal: controller.signal})
    await response.body?.getReader().read()
    controller.abort()
    const whole = await (await fetch(`${started.url}large.bin`)).arrayBuffer()
    expect(whole.byteLength).toBe(20_000_000)
  })

  test('after three thousand lines of noise the server answers as before', async () => {
    const pieces = [
      'GET',
      'HEAD',
      'POST',
      'get',
      ' ',
      '  ',
      '/',
      '//',
      '..',
      '%',
      '%00',
      '%2e',
      '%2f',
      '%c0',
      '\\',
      '\0',
      '*',
      '?',
      '#',
      ':',
      '@',
      'http://',
      'evil.example',
      'localhost',
      `localhost:${served().port}`,
      'HTTP/1.1',
      'HTTP/1.0',
      'HTTP/2',
      '\r\n',
      '\n',
      '\r',
      'Host: ',
      'Range: bytes=',
      '0-',
      '-0',
      '9-2',
      ',',
      '-',
      'If-None-Match: ',
      '"',
      'Connection: close',
      'Content-Length: ',
      '-1',
      '999',
      'Transfer-Encoding: chunked',
      'Expect: 100-continue',
      'Upgrade: h2c',
      'file.txt',
      '.env',
      'link.txt',
      'en',
      '名',
      '\u00ff',
      'a'.repeat(300),
    ]
    const {below, pick} = createRandom(13)
    const noise = () => {
      const some = Array.from({length: 1 + below(20)}, () => pick(pieces)).join('')
      const shapes = [
        some,
        `GET /${some} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
        `GET ${some} HTTP/1.1\r\nHost: ${some}\r\nConnection: close\r\n\r\n`,
        `GET /file.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nRange: bytes=${some}\r\n\r\n`,
        `GET /file.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nIf-None-Match: ${some}\r\nIf-Match: ${some}\r\n\r\n`,
      ]
      return pick(shapes)
    }
    const said = vi.spyOn(process.stderr, 'write')
    for (let round = 0; round < 30; round += 1) {
      const answers = await Promise.all(Array.from({length: 100}, () => send(served().port, noise())))
      for (const answer of answers) expect(answer).not.toMatch(/SECRET|secret|\[core\]|HTTP\/1\.1 5/)
    }
    expect(await ask(served().port, '/file.txt')).toMatchObject({status: 200, body: text})
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})

/** Sends and ends: what is only half a request is not waited for. */
const send = (to: number, bytes: string): Promise<string> => exchange(to, bytes, true)
