import {spawn} from 'node:child_process'
import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it, onTestFinished} from 'vitest'

describe('scripts/bin.mjs', () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    it(`ends the command that it started when it gets ${signal}`, async () => {
      // It reads its input until that ends, which it doesn't here.
      const child = spawn(process.execPath, ['scripts/bin.mjs', 'check', '-'], {
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      onTestFinished(() => void child.stdin.end())
      // Both write into it, so that it is closed when both have ended.
      const closed = new Promise((resolve) => child.once('close', () => resolve('closed')))
      await wait(1000)
      child.kill(signal)
      expect(await Promise.race([closed, wait(60_000, 'still there', {ref: false})])).toBe('closed')
    })
})
