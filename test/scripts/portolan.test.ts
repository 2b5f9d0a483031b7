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
})
