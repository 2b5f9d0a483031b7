import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import stringWidth from 'string-width'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {wrapText} from '../../../scripts/terminal/wrap-text.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const program = fileURLToPath(new URL('../../../scripts/portolan.ts', import.meta.url))
let data = ''

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'portolan-search-'))
  writeFileSync(join(data, 'knowledge-base.json'), JSON.stringify(tinyKnowledgeBase()))
})
afterAll(() => rmSync(data, {recursive: true}))

const run = (...words: string[]) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...words, '--data', data], {
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

describe('scripts/commands/port.ts', () => {
  test('a port that rules open is listed with them, exit 0', () => {
    const {status, stdout} = run('port', '5061', '--locale', 'fr-FR')
    expect(status).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^exact\t.*5061/)
  })

  test('a range with a transport is printed as JSON with the facts of its rules', () => {
    const {status, stdout} = run('port', '50000-50100/udp', '--json')
    expect(status).toBe(0)
    const {query, rules, total} = JSON.parse(stdout)
    expect(query.ports).toEqual([{range: [50000, 50100], transport: 'udp'}])
    expect(rules).toHaveLength(total)
    for (const {facts, match} of rules) {
      expect(facts.transports).toContain('udp')
      expect(match.kind).toBe('contains')
    }
  })

  test('a port that no rule opens is answered plainly, exit 1', () => {
    expect(run('port', '5062')).toEqual({status: 1, stdout: 'no rule opens 5062\n', stderr: ''})
  })

  test.each([
    ['65536', '65536 is not a port: the highest is 65535'],
    ['-5', '-5 is not a port: the lowest is 0'],
    ['50000-000-59 999', '50000-000-59 999 is not a range: expected two ends, found more'],
    ['federation', 'expected a port, found “federation”'],
  ])('%j is bad usage with a reason, exit 2', (text, reason) => {
    const {status, stdout, stderr} = run('port', text)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(reason)
  })
})

describe('scripts/commands/search.ts', () => {
  test('a word is found in every language without --locale, in one with it', () => {
    const all = JSON.parse(run('search', '任意', '--json').stdout)
    expect(new Set(all.rules.map(({locale}: {locale: string}) => locale))).toEqual(new Set(['ja-JP']))
    expect(JSON.parse(run('search', '任意', '--locale', 'ja-JP', '--json').stdout).total).toBe(all.total)
    expect(run('search', '任意', '--locale', 'fr-FR').status).toBe(1)
  })

  test('a word that no text holds is asked about in the spelling that one does', () => {
    const {status, stdout, stderr} = run('search', 'parnter')
    expect({status, stdout}).toEqual({status: 1, stdout: 'no rule matches parnter\n'})
    expect(stderr).toMatch(/^did you mean “partner”\?$/m)
    expect(JSON.parse(run('search', 'parnter', '--json').stdout).instead).toBe('partner')
  })

  test('a locale that the dataset lacks is bad usage', () => {
    const {status, stderr} = run('search', 'port', '--locale', 'xx')
    expect(status).toBe(2)
    expect(stderr).toContain('it has en, fr-FR, ja-JP, zh-TW')
  })
})

describe('scripts/terminal/wrap-text.ts', () => {
  test('lines are not too wide and lose nothing but spaces', () => {
    const character = fc.constantFrom(...'ab c連接埠ポート、 é/', 'ガ', '👩‍💻', 'ก็', '서버', '𠮷', 'e\u0301')
    fc.assert(
      fc.property(
        fc.string({unit: character, maxLength: 80}),
        fc.integer({min: 2, max: 30}),
        (text, columns) => {
          const lines = wrapText(text, columns).split('\n')
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
  })

  test('a line is filled by what it shows: accents take no column, and no character is cut in two', () => {
    const accented = 'e\u0301'.repeat(6)
    expect(wrapText(accented, 6)).toBe(accented)
    expect(wrapText('👩‍💻'.repeat(3), 4)).toBe(`${'👩‍💻'.repeat(2)}\n👩‍💻`)
    expect(wrapText('連接埠 443', 6)).toBe('連接埠\n443')
  })
})
