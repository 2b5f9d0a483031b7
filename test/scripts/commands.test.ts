import {readdirSync} from 'node:fs'
import {basename} from 'node:path'
import {Command} from 'commander'
import {describe, expect, it} from 'vitest'
import {registerCommands} from '../../scripts/commands.ts'

const namesFor = async (...args: string[]): Promise<string[]> => {
  const program = new Command()
  await registerCommands(program, args)
  return program.commands.map((command) => command.name())
}

const all = readdirSync('scripts/commands')
  .map((file) => basename(file, '.ts'))
  .toSorted()

describe('the commands', () => {
  it('are one for each file of their folder', async () => {
    expect((await namesFor()).toSorted()).toEqual(all)
  })

  it('are loaded one at a time: the one that is asked for by its name', async () => {
    for (const name of all) expect(await namesFor(name, '--help')).toEqual([name])
  })

  it('are all there for help, for options of the program, and to suggest one for a word that is none', async () => {
    for (const args of [['help', 'check'], ['--version'], ['chekc'], ['constructor'], []])
      expect((await namesFor(...args)).toSorted()).toEqual(all)
  })
})
