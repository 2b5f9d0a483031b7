/** Finds a Chromium on this machine, installs one where there is none, and starts it for tests. */
import {execFileSync} from 'node:child_process'
import {accessSync, constants, existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {delimiter, dirname, join} from 'node:path'
import {type Browser, chromium} from 'playwright-core'

/** Variables that may name the browser's program. */
const variables = ['CHROMIUM', 'CHROME_PATH', 'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH']
/** The shell without windows comes first: it draws the same pages in three fifths of the time. */
const programs = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]

/** No network of its own, no first-run pages, and a sandbox that containers don't have left out. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: browserPath(), args: flags})
}

let known: string | undefined

/** Path of a Chromium. */
export function browserPath(): string {
  known ??= findBrowser() ?? installBrowser()
  return known
}

function findBrowser(): string | undefined {
  const named = variables.flatMap((name) => process.env[name] ?? [])
  const missing = named.find((path) => !isProgram(path))
  if (missing !== undefined)
    throw new Error(
      `${variables.join(', ')}: expected a program, found “${missing}”; unset it or mend its path`,
    )
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => programs.map((program) => join(folder, program)))
  return [...named, ...onPath, chromium.executablePath()].find(isProgram)
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** By the system's packages where we may, with fonts for Chinese and Japanese; else Playwright's own. */
function installBrowser(): string {
  process.stderr.write('no Chromium was found on this machine: installing one\n')
  const errors: unknown[] = []
  for (const install of process.getuid?.() === 0
    ? [installPackage, installPlaywright]
    : [installPlaywright]) {
    try {
      install()
      const found = findBrowser()
      if (found !== undefined) return found
    } catch (error) {
      errors.push(error)
    }
  }
  throw new AggregateError(
    errors,
    'no Chromium was found, and none could be installed; install one (Debian: apt-get install chromium-headless-shell fonts-noto-cjk), or name the path of another in CHROMIUM',
  )
}

function installPackage(): void {
  const run = (...args: string[]) => execFileSync('apt-get', ['-qq', '-y', ...args], {stdio: 'ignore'})
  run('update')
  run('install', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-cjk')
}

function installPlaywright(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  execFileSync(process.execPath, [cli, 'install', 'chromium'], {stdio: 'ignore'})
}
