import {mkdirSync} from 'node:fs'
import {createServer} from 'node:net'
import {join} from 'node:path'
import getPort from 'get-port'
import {describe, expect, onTestFinished, test} from 'vitest'
import {register} from '../../../scripts/commands/start.ts'
import {rightDocument, writeFiles} from '../../support/faulty-document.ts'
import {temporaryFolder} from '../../support/portolan.ts'
import {ask} from '../../support/raw-request.ts'
import {runCommand} from '../../support/run-command.ts'
import {runServer} from '../../support/running-server.ts'

const options = () => {
  const folder = temporaryFolder()
  const sources = join(folder, 'sources')
  mkdirSync(sources)
  writeFiles(sources, {'a.md': rightDocument})
  return ['--sources', sources, '--data', join(folder, 'data'), '--dist', join(folder, 'dist')]
}

/** A port that another program listens on. */
const takenPort = async (): Promise<number> => {
  const port = await getPort()
  const other = createServer()
  await new Promise<void>((done) => {
    other.listen(port, '127.0.0.1', done)
  })
  onTestFinished(() => void other.close())
  return port
}

describe('scripts/commands/start.ts', () => {
  test('the site answers for this machine only, with its own headers and page of unknown addresses; Ctrl-C ends it', async () => {
    const taken = await takenPort()
    const {port, said, child, ended} = await runServer([
      'start',
      ...options(),
      '--port',
      String(taken),
      '--host',
      'ports.example',
    ])
    expect(said()).toContain(`port ${taken} is taken; the next free one is used`)
    expect(port).not.toBe(taken)
    const home = await ask(port, '/')
    expect(home.status).toBe(200)
    expect(home.headers).toMatchObject({
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
    expect((await ask(port, '/', {headers: {Range: 'bytes=9-2'}})).status).toBe(200)
    expect((await ask(port, '/', {headers: {Host: 'evil.example'}})).status).toBe(421)
    expect((await ask(port, '/', {headers: {Host: 'ports.example'}})).status).toBe(200)
    expect((await ask(port, '/', {method: 'POST'})).status).toBe(405)
    expect((await ask(port, '/%2eenv')).status).toBe(404)
    const lost = await ask(port, '/zh-TW/none/')
    expect(lost).toMatchObject({status: 404, headers: {'content-type': 'text/html; charset=utf-8'}})
    expect(lost.body).toContain('<html')
    child.kill('SIGINT')
    expect([0, 130]).toContain((await ended).status)
  })

  test.each([
    ['--host', 'ports.example:80'],
    ['--host', 'http://ports.example'],
    ['--host', '*'],
    ['--port', '0'],
  ])('%s %s is refused before anything is built', async (flag, value) => {
    await expect(runCommand(register, ['start', ...options(), flag, value])).rejects.toThrow(
      `found “${value}”`,
    )
  })
})
