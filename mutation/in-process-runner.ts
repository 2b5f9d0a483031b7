/**
 * Runs the tests of a scope in one process that loads them once, so that a change costs the time of the tests that reach it and
 * not that of a new worker with all its modules, which is most of a second.
 *
 * What the code remembers from one call to the next is forgotten between two changes: every map and set that was made while all
 * was loaded, and has grown since, is emptied.
 */
import {globSync} from 'node:fs'
import {registerHooks} from 'node:module'
import {resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {InstrumenterContext} from '@stryker-mutator/api/core'
import {declareClassPlugin, PluginKind} from '@stryker-mutator/api/plugin'
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner'
import {scopes} from './scopes.ts'
import {type CollectedTest, collected, startFile} from './test-api.ts'

const context: {[Key in keyof InstrumenterContext]?: InstrumenterContext[Key] | undefined} = {}
Object.assign(globalThis, {__stryker__: context})

/** What was made while the code was loaded, and has grown since: that is what code remembers. */
const grown = new Set<{clear(): void}>()
let isLoading = true
const natives = {Map, Set, WeakMap}

const forgetAll = (): void => {
  for (const memory of grown) memory.clear()
  grown.clear()
}

class KeptMap<Key, Value> extends natives.Map<Key, Value> {
  private readonly isKept = isLoading
  override set(key: Key, value: Value): this {
    if (this.isKept && !isLoading) grown.add(this)
    return super.set(key, value)
  }
}

class KeptSet<Value> extends natives.Set<Value> {
  private readonly isKept = isLoading
  override add(value: Value): this {
    if (this.isKept && !isLoading) grown.add(this)
    return super.add(value)
  }
}

/** By keys that tests hold for good: what was made of them with an earlier change must not stay. */
class KeptWeakMap<Key extends WeakKey, Value> extends natives.WeakMap<Key, Value> {
  private values = new natives.WeakMap<Key, Value>()
  clear(): void {
    this.values = new natives.WeakMap()
  }
  override get(key: Key): Value | undefined {
    return this.values.get(key)
  }
  override has(key: Key): boolean {
    return this.values.has(key)
  }
  override delete(key: Key): boolean {
    return this.values.delete(key)
  }
  override set(key: Key, value: Value): this {
    if (!isLoading) grown.add(this)
    this.values.set(key, value)
    return this
  }
}

const SLOW = /\.(?:corpus|documents|heavy|growth|faults|install)\.test\.ts$/

export class InProcessRunner implements TestRunner {
  capabilities() {
    return {reloadEnvironment: false}
  }

  async init(): Promise<void> {
    const vitest = new URL('./test-api.ts', import.meta.url).href
    registerHooks({
      resolve: (specifier, parent, next) =>
        specifier === 'vitest' ? {url: vitest, shortCircuit: true} : next(specifier, parent),
    })
    const scope = scopes[process.env['MUTATION_SCOPE'] ?? '']
    if (scope === undefined) throw new Error(`expected a scope (${Object.keys(scopes).join(', ')})`)
    process.env['THOROUGH'] = '0.2'
    Object.assign(globalThis, {Map: KeptMap, Set: KeptSet, WeakMap: KeptWeakMap})
    await import(pathToFileURL(resolve('mutation/same-inputs.ts')).href)
    for (const path of globSync([...scope.tests]).toSorted()) {
      if (SLOW.test(path)) continue
      startFile(resolve(path))
      await import(pathToFileURL(resolve(path)).href)
    }
    isLoading = false
    Object.assign(globalThis, natives)
  }

  async dryRun(): Promise<DryRunResult> {
    const tests = await this.run(collected, {bail: false, forget: 'each'})
    context.currentTestId = undefined
    const {mutantCoverage} = context
    return {status: DryRunStatus.Complete, tests, ...(mutantCoverage === undefined ? {} : {mutantCoverage})}
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    testFilter,
    disableBail,
  }: MutantRunOptions): Promise<MutantRunResult> {
    context.activeMutant = activeMutant.id
    context.hitCount = 0
    context.hitLimit = hitLimit
    const wanted = new Set(testFilter)
    const chosen = testFilter === undefined ? collected : collected.filter(({id}) => wanted.has(id))
    const tests = await this.run(chosen, {bail: !disableBail, forget: 'once'})
    const isEndless = determineHitLimitReached(context.hitCount, hitLimit)
    context.activeMutant = undefined
    context.hitLimit = undefined
    return toMutantRunResult(isEndless ?? {status: DryRunStatus.Complete, tests})
  }

  /** In the first run, which finds out which tests reach a change, none is spared what an earlier one has made. */
  private async run(
    tests: readonly CollectedTest[],
    {bail, forget}: {bail: boolean; forget: 'each' | 'once'},
  ): Promise<TestResult[]> {
    forgetAll()
    const results: TestResult[] = []
    for (const {id, name, file, run} of tests) {
      if (forget === 'each') forgetAll()
      context.currentTestId = id
      const started = performance.now()
      const told = {id, name, fileName: file}
      try {
        await run()
        results.push({...told, status: TestStatus.Success, timeSpentMs: performance.now() - started})
      } catch (error) {
        const failureMessage = error instanceof Error ? (error.stack ?? error.message) : String(error)
        results.push({
          ...told,
          status: TestStatus.Failed,
          failureMessage,
          timeSpentMs: performance.now() - started,
        })
        if (bail) break
      }
    }
    return results
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)]
