/** Before the tests of the package: compiles and packs this checkout once. */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {delimiter, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TestProject} from 'vitest/node'

export interface Packed {
  /** Of the packed file, in bytes. */
  size: number
  /** Path of the packed file. */
  file: string
  files: {path: string}[]
}

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url))
/** The version of Node.js of this checkout. */
export const ownNode = join(root, 'node_modules/node/bin/node')

/** Without what this checkout and its test runner set. */
export const environment = (node: string = ownNode): NodeJS.ProcessEnv => {
  // What says which certificates to trust belongs to the machine: without it, a network with its own authority is out of reach.
  const kept = Object.entries(process.env).filter(
    ([name]) => name === 'NODE_EXTRA_CA_CERTS' || !/^(npm_|NODE|VITEST|PORTOLAN|CI$)/.test(name),
  )
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((each) => !each.startsWith(root))
  return {
    ...Object.fromEntries(kept),
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    PATH: [dirname(node), ...path].join(delimiter),
  }
}

export default function setup({provide}: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-packed-'))
  const npm = (args: string[]) =>
    execFileSync('npm', args, {cwd: root, env: environment(), encoding: 'utf8', maxBuffer: 1 << 26})
  npm(['run', '-s', 'compile'])
  const packing = npm(['pack', '--ignore-scripts', '--json', '--pack-destination', folder])
  const [info] = Object.values<Omit<Packed, 'file'> & {filename: string}>(JSON.parse(packing))
  if (info === undefined) throw new Error('npm pack said nothing')
  const {size, files, filename} = info
  provide('packed', {size, files, file: join(folder, filename)})
  return () => rmSync(folder, {recursive: true, force: true})
}
