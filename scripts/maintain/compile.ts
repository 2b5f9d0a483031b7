/** Compiles what Node runs of the package into `lib/`, which ships: Node takes no TypeScript below `node_modules`. */
import {execFileSync} from 'node:child_process'
import {rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

/** Errors of types end it, and the old folder goes first: what was renamed since must not ship. */
export const compile = (): void => {
  rmSync(join(root, 'lib'), {recursive: true, force: true})
  execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', 'tsconfig.lib.json'], {
    cwd: root,
    stdio: 'inherit',
  })
}

if (import.meta.main) compile()
