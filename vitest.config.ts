import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'
import {scriptModules} from './src/site/build/script-modules.ts'
import {workspaceModule} from './src/site/build/workspace-module.ts'
import {LongestFirst} from './test/support/longest-first.ts'

// Hundreds of commands are started, each of which would compile the same modules again: that is half of what a short one takes.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/portolan', import.meta.url))

// More than there are cores: much of the time of a test is waiting for a browser or a process.
const maxWorkers = Math.ceil(availableParallelism() * 1.5)

/** The real documents, which lie outside of the project. */
const corpus = 'test/**/*.corpus.test.ts'
/** What holds for any documents: of the sample, and of the corpus. */
const documents = 'test/**/*.documents.test.ts'
/** What takes minutes, or measures time, which a busy machine falsifies: every night. */
const heavy = 'test/**/*.heavy.test.ts'
/** What each step costs as its input grows: every night. */
const growth = 'test/**/*.growth.test.ts'
/** A fault at each call that changes the disk: every night. */
const faults = 'test/**/*.faults.test.ts'
/** The package as it is installed elsewhere: takes a minute, and packages from the network. */
const install = 'test/**/*.install.test.ts'

/** Views are tested as pages import them, without a workspace. */
const plugins = [workspaceModule({data: null, guide: 'content/guide', content: null}), scriptModules()]

const common = {
  maxWorkers,
  // No file changes what another one imports, so each worker loads the modules once.
  isolate: false,
  // A busy machine is slow, not wrong: only what hangs is ended.
  testTimeout: 600_000,
  hookTimeout: 600_000,
}

export default defineConfig({
  test: {
    maxWorkers,
    sequence: {sequencer: LongestFirst},
    projects: [
      {
        plugins,
        test: {
          ...common,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', corpus, heavy, install, faults, growth],
        },
      },
      {
        plugins,
        test: {
          ...common,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: [corpus, heavy],
          globalSetup: ['test/support/site.ts'],
          // A busy machine is slow, not wrong: what a page will show is waited for.
          expect: {poll: {timeout: 120_000}},
        },
      },
      {
        plugins,
        test: {
          ...common,
          name: 'corpus',
          include: [corpus, documents],
          globalSetup: ['test/support/corpus.ts'],
          env: {PORTOLAN_DOCUMENTS: 'corpus'},
        },
      },
      {
        test: {
          ...common,
          name: 'install',
          include: [install],
          globalSetup: ['test/support/packed.ts'],
        },
      },
      {test: {...common, name: 'faults', include: [faults]}},
      {
        plugins,
        test: {
          ...common,
          name: 'growth',
          include: [growth],
          fileParallelism: false,
          // What young objects cost should not depend on how many of them live a little longer.
          execArgv: ['--expose-gc', '--max-semi-space-size=128'],
        },
      },
      // One at a time: what is measured beside another one is measured wrongly.
      {
        plugins,
        test: {...common, name: 'heavy', include: [heavy], fileParallelism: false, testTimeout: 600_000},
      },
    ],
  },
})
