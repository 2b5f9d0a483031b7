/** The package as users have it: packed, installed into a folder elsewhere, without what this checkout has beside it. */
import {type ChildProcess, execFile, spawn} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import getPort from 'get-port'
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest'
import {environment, ownNode} from '../support/packed.ts'
import {checksums, type Ended, startPortolan} from '../support/portolan.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const MOST_BYTES = 3_000_000

const work = mkdtempSync(join(tmpdir(), 'portolan-install-'))
const user = join(work, 'user')
const tools = join(work, 'tools')
/** Programs of the two versions of Node.js, by their names. */
const nodes = {22: join(tools, 'node_modules/node/bin/node'), 24: ownNode}
const versions = [22, 24] as const
const packed = inject('packed')

/** The folder with data and site that this checkout makes of a workspace: of the first one, since `init` writes the same. */
const builtHere = async (content: string): Promise<string> => {
  const own = join(work, 'own')
  if (existsSync(own)) return own
  cpSync(content, join(own, 'content'), {recursive: true})
  const args = ['content', 'data', 'dist'].flatMap((name) => [`--${name}`, join(own, name)])
  expect(await startPortolan(['build', ...args]).ended).toMatchObject({status: 0})
  return own
}

/** Ends with the process; the worker of the test runner answers meanwhile, which it must at least once a minute. */
const run = (version: 22 | 24, program: string, args: string[], cwd = user): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      {cwd, env: environment(nodes[version]), encoding: 'utf8', maxBuffer: 1 << 26},
      (_, stdout, stderr) => resolve({status: child.exitCode, stdout, stderr}),
    )
    child.once('error', reject)
  })

const npm = async (args: string[], cwd: string): Promise<string> => {
  const {status, stdout, stderr} = await run(24, 'npm', args, cwd)
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}: ${stderr}`)
  return stdout
}

/** A command of the installed package in a folder of a workspace beside it. */
const installed = (version: 22 | 24, args: string[], cwd = user) =>
  run(version, join(user, 'node_modules/.bin/portolan'), args, cwd)

const folderOf = (folder: string, manifest: object): void => {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, ...manifest}))
}

beforeAll(async () => {
  folderOf(user, {type: 'module', allowScripts: {esbuild: true}})
  await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', packed.file], user)
  folderOf(tools, {allowScripts: {node: true}})
  await npm(['install', '--no-audit', '--no-fund', '--prefer-offline', 'node@22'], tools)
})

afterAll(() => rmSync(work, {recursive: true, force: true}))

describe('the packed package', () => {
  it('is small, and holds no tests, no sample and nothing that only this checkout needs', () => {
    expect(packed.size).toBeLessThan(MOST_BYTES)
    const outside = packed.files
      .map(({path}) => path)
      .filter(
        (path) =>
          !/^(bin|lib|src|vocabularies|content\/(guide|termbase))\/|^(CHANGELOG|README)\.md$|^LICENSE$|^package\.json$/.test(
            path,
          ),
      )
    expect(outside).toEqual([])
  })

  it('brings neither Node.js nor the compiler', () => {
    expect(existsSync(join(user, 'node_modules/portolan/lib/scripts/portolan.js'))).toBe(true)
    expect(existsSync(join(user, 'node_modules/node'))).toBe(false)
    expect(existsSync(join(user, 'node_modules/typescript'))).toBe(false)
  })

  it('says in one line that Node.js is too old', async () => {
    const old = join(work, 'old.cjs')
    writeFileSync(
      old,
      `Object.defineProperty(process, 'versions', {value: {...process.versions, node: '22.11.0'}})`,
    )
    const bin = join(user, 'node_modules/portolan/bin/portolan.cjs')
    const {status, stderr} = await run(22, nodes[22], ['--require', old, bin, '--help'])
    expect(stderr).toMatch(/^portolan: expected Node\.js 22\.22 or newer, found 22\.11\.0: .+\n$/)
    expect(status).toBe(2)
  })
})

describe.each(versions)('the installed command on Node.js %i', (version) => {
  const workspace = join(user, `workspace-${version}`)

  it('tells how it is called', async () => {
    expect((await run(version, nodes[version], ['--version'])).stdout).toMatch(new RegExp(`^v${version}\\.`))
    const {status, stdout} = await run(version, 'npx', ['--no-install', 'portolan', '--help'])
    expect(stdout).toContain('Usage: portolan')
    expect(status).toBe(0)
  })

  it('writes a workspace whose documents are clean, and writes over nothing', async () => {
    const written = await installed(version, ['init', workspace])
    expect(written).toMatchObject({status: 0, stderr: ''})
    const before = checksums(workspace)
    expect((await installed(version, ['init'], workspace)).status).toBe(2)
    expect(checksums(workspace)).toEqual(before)
    const checked = await installed(version, ['check', 'content/sources'], workspace)
    expect(checked).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^0 critical, 0 major, 0 minor, 0 source-anomaly in \d+ units/),
    })
  })

  it('writes the data that this checkout writes, byte for byte, and its site but for bundled scripts', async () => {
    const ingested = await installed(version, ['ingest', '--data', 'only-data'], workspace)
    expect(ingested).toMatchObject({status: 0, stderr: ''})
    const built = await installed(version, ['build'], workspace)
    expect(built).toMatchObject({status: 0, stderr: ''})
    const own = await builtHere(join(workspace, 'content'))
    const [data, dist] = [checksums(join(workspace, 'data')), unbundled(join(workspace, 'dist'))]
    // Pages ask for these two by their names.
    for (const name of ['client', 'shared'])
      expect(existsSync(join(workspace, `dist/search/${name}.js`))).toBe(true)
    expect(Object.keys(dist)).toContain('fr-FR/topics/example-gateway/index.html')
    expect(data).toEqual(checksums(join(own, 'data')))
    expect(checksums(join(workspace, 'only-data'))).toEqual(data)
    expect(dist).toEqual(unbundled(join(own, 'dist')))
  })

  it('serves the site', async () => {
    const port = await getPort()
    const child = spawn(join(user, 'node_modules/.bin/portolan'), ['start', '--port', String(port)], {
      cwd: workspace,
      env: environment(nodes[version]),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      const url = await served(child)
      const page = await fetch(`${url}ja-JP/topics/example-gateway/`)
      expect(page.status).toBe(200)
      expect(await page.text()).toContain('ゲートウェイの例')
    } finally {
      child.kill('SIGTERM')
    }
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)))
  })

  it('gives the library, with the answers that its types promise', async () => {
    writeFileSync(join(user, 'example.mts'), example(join(workspace, 'content/sources')))
    const {status, stdout, stderr} = await run(version, nodes[version], ['example.mts'])
    expect(stderr.replace(/^.*ExperimentalWarning.*\n.*\n/m, '')).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      topics: ['example-gateway'],
      findings: 0,
      found: 1,
      stay: 3,
      exports: 'nft',
      refused: 'UsageError',
    })
    expect(status).toBe(0)
  })
})

describe('the types of the library', () => {
  it('hold without the packages that this checkout has for its development', async () => {
    writeFileSync(join(user, 'example.mts'), example('unused'))
    writeFileSync(join(user, 'wrong.mts'), `import {search} from 'portolan'\nsearch('dataset', '443')\n`)
    // `node:fs` of the example is declared here, since a library must not ask for types of Node.js.
    writeFileSync(
      join(user, 'node.d.ts'),
      `declare module 'node:fs' {export function readFileSync(path: string): Uint8Array<ArrayBuffer>}\n`,
    )
    const tsc = (file: string) =>
      run(24, nodes[24], [
        join(root, 'node_modules/typescript/bin/tsc'),
        ...['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', 'node.d.ts', file],
      ])
    expect(await tsc('example.mts')).toMatchObject({stdout: '', status: 0})
    expect((await tsc('wrong.mts')).stdout).toContain('not assignable to parameter')
  })
})

/**
 * The files of a site without its scripts and what names their hashes: a new patch of the bundler, which an installation
 * takes and this checkout doesn't, may write them otherwise.
 */
const unbundled = (folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(checksums(folder))
      .filter(([path]) => !path.endsWith('.js') && path !== '.portolan-output.json')
      .map(([path, sum]) => [
        path,
        path.endsWith('.html') ? readFileSync(join(folder, path), 'utf8').replace(bundledRE, '') : sum,
      ]),
  )

const bundledRE = /<meta http-equiv="content-security-policy"[^>]*>|<script\b[^>]*>[\s\S]*?<\/script>/gi

/** Resolves with the address that the command prints. */
const served = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
      const url = /The site is at (\S+)/.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`portolan start ended with ${code}: ${text}`)))
  })

/** A program of a user of the library. */
const example = (sources: string): string => `
import {readFileSync} from 'node:fs'
import {align, compare, exportRules, ingest, reconcile, search, UsageError, type Dataset} from 'portolan'

const paths = ['fr-FR/example-gateway.md', 'ja-JP/example-gateway.md']
const editions = paths.map((path) => ingest({path, content: readFileSync(${JSON.stringify(`${sources}/`)} + path)}))
const dataset: Dataset = reconcile(align(editions))
const {total} = await search(dataset, '5061')
const diff = compare(dataset, 'example-gateway', 'example-gateway')
const file = exportRules(dataset, {topic: 'example-gateway', target: 'nftables', addresses: {gateway: ['192.0.2.1']}})
let refused = ''
try {
  exportRules(dataset, {topic: 'example-gateway', target: 'none'})
} catch (error) {
  if (error instanceof UsageError && error.hint !== '') refused = error.name
}
console.log(
  JSON.stringify({
    topics: dataset.topics.map(({id}) => id),
    findings: dataset.findings.length,
    found: total,
    stay: diff.counts.stay,
    exports: file.extension,
    refused,
  }),
)
`
