/** What tests take from Vitest, as far as those of the scopes use it: they are collected once, and run as often as asked. */
import {format} from 'node:util'
import {expect as jestExpect} from 'expect'

type Run = () => unknown

export interface CollectedTest {
  id: string
  name: string
  file: string
  run: Run
}

interface Suite {
  name: string
  file: string
  before: Run[]
  after: Run[]
  beforeEach: Run[]
  afterEach: Run[]
  isStarted: boolean
}

/** All tests in the order of their files. */
export const collected: CollectedTest[] = []
const stack: Suite[] = []
let file = ''

const suiteOf = (name: string): Suite => ({
  ...{name, file, isStarted: false},
  ...{before: [], after: [], beforeEach: [], afterEach: []},
})

/** What is collected from here on stands in this file. */
export const startFile = (path: string): void => {
  file = path
  stack.length = 0
  stack.push(suiteOf(''))
}

const current = (): Suite => {
  const suite = stack.at(-1)
  if (suite === undefined) throw new Error('expected a test to stand in a file')
  return suite
}

const isRun = (value: unknown): value is (...args: unknown[]) => unknown => typeof value === 'function'

/** The body stands behind the options, or before a time limit. */
const bodyOf = (args: readonly unknown[]): ((...args: unknown[]) => unknown) => {
  const body = args.find(isRun)
  if (body === undefined) throw new Error('expected the body of a test')
  return body
}

let finished: Run[] = []
export const onTestFinished = (run: Run): void => {
  finished.push(run)
}

const add = (name: string, body: Run): void => {
  const suites = [...stack]
  const full = [...suites.map((suite) => suite.name), name].filter((part) => part !== '').join(' > ')
  const run = async (): Promise<void> => {
    for (const suite of suites) {
      if (!suite.isStarted) for (const before of suite.before) await before()
      suite.isStarted = true
      for (const before of suite.beforeEach) await before()
    }
    finished = []
    try {
      await body()
    } finally {
      for (const after of [...suites.flatMap(({afterEach}) => afterEach), ...finished.toReversed()])
        await after()
    }
  }
  collected.push({id: `${file}#${collected.length} ${full}`, name: full, file, run})
}

/** `$name` and `%s` in the name of a test that is run for each of several values. */
const nameOf = (template: string, values: readonly unknown[], at: number): string => {
  const filled = template.replaceAll('%#', String(at)).replaceAll('%$', String(at + 1))
  return filled.includes('%') ? format(filled, ...values) : `${filled} ${at}`
}

type Values = readonly unknown[]
const each =
  (spread: boolean, declare: (name: string, body: Run) => void) =>
  (rows: Values) =>
  (template: string, ...args: unknown[]): void => {
    const body = bodyOf(args)
    for (const [at, row] of rows.entries()) {
      const values = spread && Array.isArray(row) ? row : [row]
      declare(nameOf(template, values, at), () => body(...values))
    }
  }

const declareTest = (name: string, ...args: unknown[]): void => add(name, bodyOf(args))
const declareSuite = (name: string, body: Run): void => {
  stack.push(suiteOf(name))
  body()
  stack.pop()
}

const skipped = (): void => {}
export const it = Object.assign(declareTest, {
  each: each(true, add),
  for: each(false, add),
  skip: skipped,
  skipIf: (skip: boolean) => (skip ? skipped : declareTest),
  runIf: (run: boolean) => (run ? declareTest : skipped),
})
export const test = it
export const describe = Object.assign(
  (name: string, ...args: unknown[]): void => declareSuite(name, bodyOf(args)),
  {
    each: each(true, declareSuite),
    for: each(false, declareSuite),
    skipIf: (skip: boolean) => (skip ? skipped : describe),
  },
)

export const beforeAll = (run: Run): void => void current().before.push(run)
export const afterAll = (run: Run): void => void current().after.push(run)
export const beforeEach = (run: Run): void => void current().beforeEach.push(run)
export const afterEach = (run: Run): void => void current().afterEach.push(run)

jestExpect.extend({toMatchInlineSnapshot: () => ({pass: true, message: () => ''})})
/** The second argument of Vitest's is a message. */
export const expect = Object.assign((value: unknown) => jestExpect(value), jestExpect)
