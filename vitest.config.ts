import {defineConfig} from 'vitest/config'

// Every core works: Vitest would leave one free, which is half of a machine with two.
const maxWorkers = '100%'

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers,
          // No file changes what another one imports, so each worker loads the modules once.
          isolate: false,
          testTimeout: 180_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/site.ts'],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // A busy machine is slow, not wrong: what a page will show is waited for.
          expect: {poll: {timeout: 20_000}},
          maxWorkers,
          isolate: false,
        },
      },
    ],
  },
})
