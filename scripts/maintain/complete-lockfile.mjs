/**
 * Completes the lockfiles of the project and of its benchmarks with the platform packages that npm left out, so that
 * `npm ci` accepts them everywhere, and with the hashes of these packages, so that it installs nothing unchecked.
 *
 * npm drops optional packages of other platforms from a lockfile when the registry it asked doesn't hold them or
 * when it wrote the file beside an existing node_modules (npm/cli issue 4828); `npm ci` then refuses the file.
 * Run it after `npm install`: `npm run lockfile`.
 */
import {execFile} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {promisify} from 'node:util'

const run = promisify(execFile)

const OS = [
  'darwin',
  'linux',
  'win32',
  'android',
  'freebsd',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'aix',
  'wasi',
]
const CPU = [
  'arm64',
  'x64',
  'ia32',
  'arm',
  'riscv64',
  'ppc64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
  'x86_64',
]
const exactRE = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** What the name of a platform package says of the machines it is for. */
const platformOf = (name) => {
  const words = name.split(/[-/_]/)
  const os = OS.filter((word) => words.includes(word) && word !== 'wasi')
  const cpu = CPU.filter((word) => words.includes(word))
  const libc = words.includes('musl')
    ? ['musl']
    : words.includes('gnu') || words.includes('glibc')
      ? ['glibc']
      : []
  return {
    ...(cpu.length > 0 ? {cpu} : {}),
    ...(os.length > 0 ? {os} : {}),
    ...(libc.length > 0 ? {libc} : {}),
  }
}

/** @returns how many packages were added */
const complete = (packages) => {
  let added = 0
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!exactRE.test(version)) continue
      const top = `node_modules/${name}`
      const nested = `${parent}/node_modules/${name}`
      if (packages[nested] !== undefined || packages[top]?.version === version) continue
      const key = packages[top] === undefined ? top : nested
      packages[key] = {version, ...platformOf(name), ...(entry.dev ? {dev: true} : {}), optional: true}
      added++
    }
  }
  return added
}

/** Asks the registry for the hash of each package that has none, so that nothing is installed unchecked. */
const completeIntegrity = async (packages) => {
  const without = Object.entries(packages).filter(
    ([path, {integrity, link, version}]) => path !== '' && !integrity && !link && version,
  )
  await Promise.all(
    without.map(async ([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const {stdout} = await run('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'])
      if (stdout.trim() === '') throw new Error(`expected the hash of ${name}@${entry.version}, found none`)
      entry.integrity = stdout.trim()
    }),
  )
  return without.length
}

for (const name of ['package-lock.json', 'bench/package-lock.json', 'mutation/package-lock.json']) {
  const path = new URL(`../../${name}`, import.meta.url)
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  const added = complete(lock.packages)
  const hashed = await completeIntegrity(lock.packages)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  process.stdout.write(`${name}: ${added} platform packages added, ${hashed} hashes\n`)
}
