import {createServer} from 'node:net'
import {describe, expect, onTestFinished, test} from 'vitest'
import {serveSite} from '../../../src/app/serve/serve-fs.ts'
import {ask, exchange, parseAnswer} from '../../support/raw-request.ts'
import {portOf, start, text, useServedFolder} from '../../support/served-folder.ts'

const served = useServedFolder()

describe('src/app/serve/serve-fs.ts: names', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('%s is answered', async (name) => {
    expect((await ask(served().port, '/', {headers: {Host: `${name}:${served().port}`}})).status).toBe(200)
  })

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example@localhost',
    'localhost@evil.example',
    '127.0.0.1.nip.example',
    '192.168.0.1',
    '[::2]',
    '2130706433',
    'localhost, evil.example',
    'localhost:1:2',
    '',
  ])('“%s” is refused, since its page would read the site', async (name) => {
    const answer = await ask(served().port, '/', {headers: {Host: name}})
    expect(answer).toMatchObject({status: 421, body: expect.stringContaining('--host')})
    expect(answer.body).not.toContain('home')
  })

  test('a request without a name, or with two, is refused', async () => {
    expect(parseAnswer(await exchange(served().port, 'GET / HTTP/1.0\r\n\r\n')).status).toBe(400)
    expect(parseAnswer(await exchange(served().port, 'GET / HTTP/1.1\r\n\r\n')).status).toBe(400)
    const two = 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n'
    expect(parseAnswer(await exchange(served().port, two)).status).toBe(400)
  })

  test('a whole address in the first line counts as well', async () => {
    expect(await ask(served().port, `http://localhost:${served().port}/file.txt`)).toMatchObject({
      status: 200,
      body: text,
    })
    expect((await ask(served().port, 'http://localhost?q')).status).toBe(200)
    expect((await ask(served().port, 'http://evil.example/')).status).toBe(421)
    expect((await ask(served().port, '/', {headers: {Host: 'evil.example'}})).status).toBe(421)
    expect(
      (await ask(served().port, `http://localhost:${served().port}/`, {headers: {Host: 'evil.example'}}))
        .status,
    ).toBe(421)
  })

  test('names that are given are answered too, and no others', async () => {
    const named = portOf(await start(served().folder, 20_000, '/', ['Ports.example', 'fd00::1'].slice(0, 1)))
    for (const [name, status] of [
      ['ports.example', 200],
      ['localhost', 200],
      ['evil.example', 421],
    ] as const)
      expect((await ask(named, '/', {headers: {Host: `${name}:80`}})).status).toBe(status)
  })

  test('an address that is no one’s here is said', async () => {
    await expect(serveSite(served().folder, 20_000, '/', ['203.0.113.9'])).rejects.toThrow(
      /can’t listen on 203\.0\.113\.9, port \d+: EADDRNOTAVAIL/,
    )
  })
})

describe('src/app/serve/serve-fs.ts: methods', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND'])(
    '%s is refused',
    async (method) => {
      const answer = await ask(served().port, '/', {method})
      expect(answer).toMatchObject({status: 405, headers: {allow: 'get, head'}})
      expect(answer.body).not.toContain('home')
    },
  )

  test('a body that goes on and on is not waited for', async () => {
    const head = `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n`
    expect(parseAnswer(await exchange(served().port, head)).status).toBe(405)
  })

  test('CONNECT and upgrades get no connection', async () => {
    expect(await exchange(served().port, 'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost\r\n\r\n')).toBe('')
    const upgrade = {Connection: 'close, upgrade', Upgrade: 'websocket'}
    expect((await ask(served().port, '/', {headers: upgrade})).status).toBe(200)
  })

  test('HEAD has the headers of GET and no body', async () => {
    const {headers: got} = await ask(served().port, '/file.txt')
    const head = await ask(served().port, '/file.txt', {method: 'HEAD'})
    const {date: _, ...rest} = head.headers
    expect(head).toMatchObject({status: 200, body: ''})
    expect(got).toMatchObject(rest)
    expect(await ask(served().port, '/none', {method: 'HEAD'})).toMatchObject({status: 404, body: ''})
  })
})

describe('src/app/serve/serve-fs.ts: the port', () => {
  test('a port that is taken is told, and the next one used', async () => {
    for (const host of ['127.0.0.1', '0.0.0.0']) {
      const other = createServer()
      await new Promise<void>((done) => {
        other.listen(0, host, done)
      })
      onTestFinished(() => void other.close())
      const address = other.address()
      const taken = typeof address === 'object' ? (address?.port ?? 0) : 0
      const started = await start(served().folder, taken)
      expect(started.moved).toBe(true)
      expect(portOf(started)).not.toBe(taken)
    }
  })

  test('the last port of all has none after it', async () => {
    const started = await start(served().folder, 65_535)
    expect(portOf(started)).toBeGreaterThan(0)
  })

  test('only this machine reaches it', () => {
    expect(served().server.address()).toMatchObject({address: '127.0.0.1'})
  })
})
