/**
 * Runs scripts of `package.json` beside each other: `node scripts/maintain/beside.ts types unit`. Each keeps about one core
 * busy. What the last one prints is seen at once, what the others print when it has ended; fails when one of them failed.
 */
import {spawn} from 'node:child_process'

interface Ended {
  script: string
  status: number | null
  printed: string
}

function run(script: string, isSeen: boolean): Promise<Ended> {
  const isWindows = process.platform === 'win32'
  const child = spawn(isWindows ? 'npm.cmd' : 'npm', ['run', '-s', script], {
    stdio: ['ignore', isSeen ? 'inherit' : 'pipe', isSeen ? 'inherit' : 'pipe'],
    shell: isWindows,
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({script, status, printed}))
  })
}

const scripts = process.argv.slice(2)
const all = await Promise.all(scripts.map((script, at) => run(script, at === scripts.length - 1)))
for (const {script, status, printed} of all) {
  process.stdout.write(printed)
  if (status !== 0) process.stderr.write(`npm run ${script} failed\n`)
}
process.exitCode = all.some(({status}) => status !== 0) ? 1 : 0
