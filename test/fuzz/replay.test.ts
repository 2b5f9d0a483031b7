import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {isThorough} from '../support/thorough.ts'
import {startCoverage} from './coverage.ts'
import {fuzzTarget, run} from './fuzz-target.ts'
import {minimise} from './minimise.ts'
import {createRandom} from './random.ts'
import {targets} from './targets.ts'

const fixtures = fileURLToPath(new URL('../fixtures/fuzz/', import.meta.url))
/** Longest time for one input on a busy machine, in milliseconds. */
const LIMIT = 10_000

const files = readdirSync(fixtures).filter((name) => name.endsWith('.json'))

describe('what fuzzing found', () => {
  it('is kept in files named after parsers', () => {
    const names = new Set(targets.map(({name}) => name))
    expect(files.filter((file) => !names.has(file.replace(/-[0-9a-f]+\.json$/, '')))).toEqual([])
  })

  it.each(files)('no longer breaks a parser: %s', (file) => {
    const target = targets.find(({name}) => file.replace(/-[0-9a-f]+\.json$/, '') === name)
    if (target === undefined) throw new Error(`expected a file named after a parser, found ${file}`)
    const input: unknown = JSON.parse(readFileSync(join(fixtures, file), 'utf8'))
    if (typeof input !== 'string') throw new Error('expected a text')
    const {message, milliseconds} = run(target, input)
    expect(message).toBeNull()
    expect(milliseconds).toBeLessThan(LIMIT)
  })
})

describe('the fuzzer', () => {
  it.each(targets.map((target) => [target.name, target] as const))(
    'breaks %s neither with its seeds nor in a moment',
    (_, target) => {
      const {failures} = fuzzTarget(target, {
        seconds: isThorough ? 0.3 : 0.1,
        random: createRandom(7),
        coverage: {fresh: () => 0, blocks: 0},
        limit: LIMIT,
        onRun: () => {},
      })
      expect(failures).toEqual([])
    },
  )

  it('finds a planted mistake that lies behind three conditions, and makes the input small', () => {
    const target = {
      name: 'planted',
      seeds: ['some words to begin with'],
      words: ['x'],
      run: (input: string) => {
        if (input.includes('b') && input.includes('!')) if (/[0-9]/.test(input)) throw new Error('planted')
      },
    }
    const {failures} = fuzzTarget(target, {
      // Far longer than it takes: a busy machine makes fewer tries a second.
      seconds: 60,
      failures: 1,
      random: createRandom(3),
      coverage: startCoverage('/test/fuzz/'),
      limit: LIMIT,
      onRun: () => {},
    })
    expect(failures.map(({message}) => message)).toContain('Error: planted')
    expect(failures[0]?.input).toHaveLength(3)
  }, 900_000)

  it('makes inputs small', () => {
    expect(minimise(`${'a'.repeat(500)}X${'b'.repeat(500)}Y`, (text) => /X.*Y/.test(text))).toBe('XY')
  })
})
