import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type ChangedFile, filesToPatch} from '../../../src/app/fix/undo-patch.ts'
import {runs} from '../../support/thorough.ts'

const TOOLS = {
  'git apply': ['git', 'apply', '-R', '--whitespace=nowarn', '../undo.patch'],
  patch: ['patch', '-R', '-p1', '-s', '-i', '../undo.patch'],
} as const

/** Applies the patch to the files as they are after the change; gives their bytes then. */
function takeBack(tool: keyof typeof TOOLS, files: readonly ChangedFile[]): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-undo-'))
  try {
    for (const {path, after} of files) {
      mkdirSync(dirname(join(folder, 'docs', path)), {recursive: true})
      writeFileSync(join(folder, 'docs', path), after)
    }
    writeFileSync(join(folder, 'undo.patch'), filesToPatch(files, '1.2.3'))
    const [command, ...args] = TOOLS[tool]
    const {status, stderr} = spawnSync(command, args, {cwd: join(folder, 'docs'), encoding: 'utf8'})
    expect({status, stderr}).toEqual({status: 0, stderr: ''})
    return files.map(({path}) => readFileSync(join(folder, 'docs', path)))
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

const isThere = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0

const text = (path: string, before: string, after: string): ChangedFile => ({
  path,
  before: Buffer.from(before),
  after: Buffer.from(after),
})

describe.each(Object.keys(TOOLS) as (keyof typeof TOOLS)[])('src/app/fix/undo-patch.ts with %s', (tool) => {
  test.skipIf(!isThere(TOOLS[tool][0]))('changes are taken back byte for byte', () => {
    const long = Array.from({length: 60}, (_, line) => `line ${line}`).join('\n')
    const files = [
      text('crlf.md', 'a\r\nb\r\nc\r\n', 'a\r\nX\r\nc\r\n'),
      text('mixed.md', 'a\r\nb\nc\rd\u2028e\n', 'a\r\nB\nc\rD\u2028e\n'),
      text('bom and end.md', '\ufeffa\nb', '\ufeffa\nB'),
      text('one line.md', '| 22 |', '| 443 |'),
      text('fr-FR/é/ports 連接埠.md', 'b\n', 'c\n'),
      text('quote"back\\slash.md', 'b\n', 'c\n'),
      text('trailing.md', 'a \t\n\n\n  b\n', 'a \t\n\n\n  c  \n'),
      text('looks-like.md', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-x\n', '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-y\n'),
      text('two-hunks.md', long, long.replace('line 3\n', 'three\n').replace('line 50\n', 'fifty\n')),
      {
        path: 'utf16.md',
        before: Buffer.from('\ufeffa\nb\n', 'utf16le'),
        after: Buffer.from('\ufeffa\nĊ\n', 'utf16le'),
      },
      {
        path: 'latin1.md',
        before: Buffer.from('caf\xe9\nb\n', 'latin1'),
        after: Buffer.from('caf\xe9\nc\n', 'latin1'),
      },
    ]
    expect(takeBack(tool, files)).toEqual(files.map(({before}) => before))
  })

  test.skipIf(!isThere(TOOLS[tool][0]))('any two contents are taken back', () => {
    const bytes = fc.oneof(
      fc.uint8Array({minLength: 1, maxLength: 40}),
      fc
        .string({unit: fc.constantFrom('a', 'b', '\r', '\n', '-', '+', '\\', ' ', '\0', '@'), minLength: 1})
        .map((each) => Buffer.from(each)),
    )
    fc.assert(
      fc.property(bytes, bytes, (before, after) => {
        fc.pre(Buffer.compare(before, after) !== 0)
        const [taken] = takeBack(tool, [{path: 'a.md', before, after}])
        expect(taken?.equals(before)).toBe(true)
      }),
      {numRuns: runs(25)},
    )
  })
})
