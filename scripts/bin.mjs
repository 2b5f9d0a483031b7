#!/usr/bin/env node
/** Starts the command line on the Node version that the project is written for, whatever version runs this file. */
import {spawn} from 'node:child_process'
import {constants} from 'node:os'
import {fileURLToPath} from 'node:url'

const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const script = fileURLToPath(new URL('portolan.ts', import.meta.url))
/** Where Node.js keeps what it compiled: reading the TypeScript of all modules anew takes a second of each start. */
const cache = fileURLToPath(new URL('../node_modules/.cache/portolan', import.meta.url))
const child = spawn(node, [script, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {NODE_COMPILE_CACHE: cache, ...process.env},
})
// Whoever ends this process means the other one: it must not go on writing, or serving, alone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    // A terminal sends Ctrl-C to both.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  })
child.once('error', ({message}) => {
  process.stderr.write(`portolan: ${node} can't be started: ${message}\n`)
  process.exitCode = 2
})
child.once('exit', (status, signal) => {
  process.exitCode = signal === null ? (status ?? 2) : 128 + constants.signals[signal]
})
