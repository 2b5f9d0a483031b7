import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {checkInterface} from '../../../src/app/interface/check-interface.ts'
import {readInterfaceFiles} from '../../../src/app/interface/interface-files-fs.ts'

const root = mkdtempSync(join(tmpdir(), 'interface-files-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

const write = (path: string, text: string): string => {
  const file = join(root, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
  return file
}

describe('src/app/interface/interface-files-fs.ts', () => {
  it('reads YAML, and says what a new language still lacks, at the key that it would stand below', () => {
    const file = write(
      'b/nl-nl.yaml',
      'interface:\n  nav.home: Startpagina\nchecks:\n  acronym: {title: Afkortingen}\n',
    )
    const problems = checkInterface(readInterfaceFiles([file]))
    expect(problems).toContainEqual(
      expect.objectContaining({
        id: 'interface-missing',
        place: {path: file, line: 4, column: 3},
        message: expect.stringContaining('expected a text for acronym.why, found none'),
      }),
    )
    expect(problems.filter(({message}) => message.includes('nav.home'))).toEqual([])
    // On a page these are the English texts, and nothing is wrong.
    expect(checkInterface(readInterfaceFiles([file]), 'wrong').map(({id}) => id)).not.toContain(
      'interface-missing',
    )
  })

  it('knows the words that the file itself calls unchanged', () => {
    const text = (unchanged: string) => `{"interface": {"nav.guide": "Guide"}, "unchanged": ${unchanged}}`
    const ids = (unchanged: string) =>
      checkInterface(readInterfaceFiles([write('c/da-DK.json', text(unchanged))])).map(({id}) => id)
    expect(ids('[]')).toContain('interface-english')
    expect(ids('["guide"]')).not.toContain('interface-english')
  })

  it.each([
    ['d/french.json', '{}', 'expected a language tag as the name of the file, found “french”'],
    ['d/fr.json', '{"texts": {}}', 'Unrecognized key: "texts"'],
    ['d/it.json', '{', 'could not be read'],
    ['d/de-DE/interface.json', '{"a": 1}', 'expected string'],
    ['d/de-DE/checks.json', '{', 'could not be read'],
    ['d/words/firewall.json', '{}', 'expected a language tag'],
  ])('refuses %s with %s', (path, text, message) => {
    expect(() => readInterfaceFiles([write(path, text)])).toThrow(message)
  })

  it('refuses what is not there, and a folder without texts', () => {
    expect(() => readInterfaceFiles([join(root, 'none.json')])).toThrow('no such file')
    mkdirSync(join(root, 'empty'))
    expect(() => readInterfaceFiles([join(root, 'empty')])).toThrow('no texts in')
  })
})
