#!/usr/bin/env node
/** Starts the command line on the Node version that the project is written for, whatever version runs this file. */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const script = fileURLToPath(new URL('portolan.ts', import.meta.url))
// As many of the engine’s own threads as the machine has processors for: Node takes four, which get in each other’s way on two.
const {status, signal} = spawnSync(node, ['--v8-pool-size=0', script, ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = signal === null ? (status ?? 2) : 130
