#!/usr/bin/env node
/** Starts the command line on the Node version that the project is written for, whatever version runs this file. */
import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
const script = fileURLToPath(new URL('portolan.ts', import.meta.url))
const {status, signal} = spawnSync(node, [script, ...process.argv.slice(2)], {stdio: 'inherit'})
process.exitCode = signal === null ? (status ?? 2) : 130
