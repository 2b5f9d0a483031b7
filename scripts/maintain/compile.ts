/** Compiles what Node runs of the package into `lib/`, which ships: Node takes no TypeScript below `node_modules`. */
import {execFileSync} from 'node:child_process'
import {cpSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {elementNames, elementScript} from '../../src/site/build/element-script-fs.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'))

/** Errors of types end it, and the old folder goes first: what was renamed since must not ship. */
export const compile = async (): Promise<void> => {
  rmSync(join(root, 'lib'), {recursive: true, force: true})
  execFileSync(process.execPath, [join(typescript, 'bin/tsc'), '-p', 'tsconfig.lib.json'], {
    cwd: root,
    stdio: 'inherit',
  })
  // Files of a language that are read by name, which the compiler doesn't see.
  cpSync(join(root, 'src/languages'), join(root, 'lib/src/languages'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  })
  for (const name of elementNames) writeFileSync(join(root, 'lib', `${name}.js`), await elementScript(name))
}

if (import.meta.main) await compile()
