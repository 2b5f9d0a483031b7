import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {rightDocument, writeFiles} from '../../support/faulty-document.ts'
import {portolan, temporaryFolder} from '../../support/portolan.ts'

describe('src/app/build/astro-log.ts', () => {
  test('an error of a page reaches the terminal as text that is seen, and the build ends with 1', () => {
    const content = temporaryFolder()
    for (const folder of ['sources', 'guide/en']) mkdirSync(join(content, folder), {recursive: true})
    writeFiles(join(content, 'sources'), {'a.md': rightDocument})
    writeFileSync(
      join(content, 'guide/en/red.mdx'),
      "---\ntitle: Red\n---\n\n{(() => {throw new TypeError('cell \\u001b[31mred\\u202e')})()}\n",
    )
    const output = temporaryFolder()
    const {status, stdout, stderr} = portolan([
      'build',
      ...['--content', content],
      ...['--data', join(output, 'data')],
      ...['--dist', join(output, 'dist')],
    ])
    expect(stderr).toContain('cell \\u001b[31mred\\u202e')
    for (const hidden of ['\u001b', '\u202e']) expect(`${stdout}${stderr}`).not.toContain(hidden)
    expect(stderr).toContain('en/guide/red/:1:1 error internal-error')
    expect(status).toBe(1)
  })
})
