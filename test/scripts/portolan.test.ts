import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
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

  it('names the command that nobody knows when help of it is asked for, and the nearest one', () => {
    const {status, stdout, stderr} = portolan(['help', 'serch'])
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain("portolan: unknown command 'serch'")
    expect(stderr).toContain('Did you mean search?')
    expect(stderr).not.toContain('Usage:')
  })

  it.each([['help'], ['help', 'help']])('shows all commands for %s', (...args) => {
    const {status, stdout} = portolan(args)
    expect(status).toBe(0)
    expect(stdout).toContain('audit [options] <topic>')
  })

  it('refuses a file as the workspace in its own words', () => {
    const {status, stderr} = portolan(['ingest', '--content', 'package.json', '--data', 'x'])
    expect(status).toBe(2)
    expect(stderr).toContain('portolan: package.json is a file, a folder is expected')
  })

  it.each([
    [['ingest', '--content', 'nowhere', '--data', 'x'], 'no such folder: nowhere'],
    [['merge', 'content/guide', '--data', 'x'], 'no part found'],
    [['ingest', '--data', 'package.json/x'], 'not a folder: '],
  ])('says in plain words what is wrong with %j', (args, said) => {
    const {status, stdout, stderr} = portolan(args)
    expect({status, stdout, stderr}).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(said),
    })
    expect(stderr).not.toContain('    at ')
  })

  it('refuses a word behind a port that is no transport', () => {
    const {status, stderr} = portolan(['port', '443/foo'])
    expect(status).toBe(2)
    expect(stderr).toContain('“443/foo” names no transport')
  })

  it.skipIf(!existsSync('/dev/full'))('says in a line that the disk is full behind its output', () => {
    const {status, stderr} = spawnSync(
      'sh',
      ['-c', '"$0" scripts/portolan.ts --help > /dev/full', process.execPath],
      {
        encoding: 'utf8',
      },
    )
    expect(status).toBe(2)
    expect(stderr).toContain('portolan: what was to be written is not whole: ENOSPC')
    expect(stderr).not.toContain('    at ')
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
