import {describe, expect, test} from 'vitest'
import {register} from '../../../scripts/commands/terms.ts'
import {rightDocument, temporaryFolder, writeFiles} from '../../support/faulty-document.ts'
import {runCommand} from '../../support/run-command.ts'

const {'a.md': path} = writeFiles(temporaryFolder(), {'a.md': rightDocument})
const terms = (...args: string[]) =>
  runCommand(register, ['terms', path, '--content', temporaryFolder(), ...args])

describe('scripts/commands/terms.ts', () => {
  test('each term has its renderings with counts and a place', async () => {
    const {stdout} = await terms()
    expect(stdout).toContain('zh-TW Any 2 cells')
    expect(stdout).toMatch(/ {2}任何 {2}proposal approved, termbase –, 0 human, 2 machine .*a\.md:\d+:\d+\n/)
  })

  test('a program gets one JSON object a line', async () => {
    const {stdout} = await terms('--json')
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(read).toContainEqual(expect.objectContaining({locale: 'zh-TW', source: 'Any', cells: 2}))
  })

  test('only the wanted languages are listed', async () => {
    expect((await terms('--locale', 'fr-FR')).stdout).toBe('')
  })

  test('a folder that is not there is refused', async () => {
    await expect(runCommand(register, ['terms', 'nowhere'])).rejects.toThrow('no such file or folder')
  })
})
