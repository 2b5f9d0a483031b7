import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {describe, expect, it} from 'vitest'
import {portolan} from '../support/portolan.ts'

describe('scripts/portolan.ts', () => {
  it.each([
    ['ingest', '--dist', 'x'],
    ['merge', '--threads', '2'],
    ['interchange', '--dist', 'x'],
  ])('refuses an option that %s has no use for', (...args) => {
    const {status, stderr} = portolan(args)
    expect(status).toBe(2)
    expect(stderr).toContain(`portolan: unknown option '${args[1]}'`)
  })

  it.each(['export', 'terms'])('shows no brackets and quotes of the code in the help of %s', (command) => {
    expect(portolan([command, '--help']).stdout).not.toMatch(/default: (?:\[|"")/)
  })

  it.each(['--help', 'nothing-of-the-kind'])(
    'ends quietly when nobody reads any more: %s',
    async (argument) => {
      const child = spawn(process.execPath, ['scripts/portolan.ts', argument])
      // The readers of both streams are gone before the first word is written; whatever is said goes to the exit code.
      child.stdout.destroy()
      child.stderr.destroy()
      const [code] = await once(child, 'exit')
      expect(code).toBeLessThanOrEqual(argument === '--help' ? 0 : 2)
    },
  )
})
