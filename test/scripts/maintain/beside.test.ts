import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {describe, expect, test} from 'vitest'
import {temporaryFolder} from '../../support/portolan.ts'

const program = resolve('scripts/maintain/beside.ts')

/** Runs scripts of a package that has one which passes and one which fails. */
const beside = (...names: string[]) => {
  const folder = temporaryFolder()
  const scripts = {
    passes: `node -e "console.log('passed')"`,
    fails: `node -e "console.log('wrong'); process.exitCode = 3"`,
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({scripts}))
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...names], {
    cwd: folder,
    encoding: 'utf8',
  })
  return {status, stdout, stderr}
}

describe('scripts/maintain/beside.ts', () => {
  test('passes where all scripts pass, and shows what each of them printed', () => {
    expect(beside('passes', 'passes')).toEqual({status: 0, stdout: 'passed\npassed\n', stderr: ''})
  })

  test.each([
    ['passes', 'fails'],
    ['fails', 'passes'],
  ])('fails where one of them fails, and names it: %s, %s', (...names) => {
    const {status, stdout, stderr} = beside(...names)
    expect(status).toBe(1)
    expect(stdout.split('\n').toSorted()).toEqual(['', 'passed', 'wrong'])
    expect(stderr).toBe('npm run fails failed\n')
  })
})
