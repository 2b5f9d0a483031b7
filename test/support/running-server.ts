/** A server that the command line starts, until the test ends. */
import type {ChildProcess} from 'node:child_process'
import {expect, onTestFinished} from 'vitest'
import {startPortolan} from './portolan.ts'

export interface RunningServer {
  url: string
  port: number
  /** All that was printed so far. */
  said: () => string
  child: ChildProcess
  ended: ReturnType<typeof startPortolan>['ended']
}

/** Starts `portolan start` or `portolan dev` with its options and waits until it tells its address. */
export const runServer = async (args: readonly string[]): Promise<RunningServer> => {
  // The test runner's settings are not the server's.
  const {child, ended} = startPortolan(args, {env: {NODE_ENV: undefined, VITEST: undefined}})
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: string) => {
      said += text
    })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  // Whichever comes first: a server that ends has said why.
  await Promise.race([ended, expect.poll(() => said, {timeout: 120_000}).toContain('The site is at ')])
  const url = /The site is at (\S+)/.exec(said)?.[1] ?? ''
  expect(url, said).not.toBe('')
  return {url, port: Number(new URL(url).port), said: () => said, child, ended}
}
