/** A product of which nothing is known: its machines are called as its documents call them. */
import {execFileSync} from 'node:child_process'
import {describe, expect, it} from 'vitest'

const withoutVocabularies = `
  import {registerHooks} from 'node:module'
  const none = 'data:text/javascript,export const vocabularies = []'
  registerHooks({
    resolve: (name, context, next) =>
      name.endsWith('/shipped-vocabularies.ts') ? {url: none, shortCircuit: true} : next(name, context),
  })`

const run = `
  import {parseEndpoint} from './src/facts/endpoints/endpoints.ts'
  import {runPipeline} from './src/app/ingest/pipeline.ts'
  const {topics, endpoints, diagnostics} = runPipeline({sources: ['content/sources'], content: 'content'})
  const rules = topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap((row) => row.rules)))
  const ids = new Set(endpoints.map(({id}) => id))
  const ends = rules.flatMap(({facts}) => [facts.source, facts.destination].flatMap((end) => end?.id ?? []))
  console.log(JSON.stringify({
    names: ['Access Edge service', 'Any'].map((name) => parseEndpoint(name).id),
    faults: diagnostics.filter(({id}) => id === 'internal-error').length,
    many: rules.length > 50,
    unnamed: ends.filter((id) => !ids.has(id)),
    known: ids.has('access-edge'),
  }))`

describe('a workspace without a vocabulary', () => {
  it('gets its rules, and calls each end as its table does', () => {
    const told = execFileSync(
      process.execPath,
      [
        `--import=data:text/javascript,${encodeURIComponent(withoutVocabularies)}`,
        '--input-type=module',
        '--eval',
        run,
      ],
      {encoding: 'utf8'},
    )
    expect(JSON.parse(told)).toEqual({
      names: ['access-edge-service', 'any'],
      faults: 0,
      many: true,
      unnamed: [],
      known: false,
    })
  }, 60_000)
})
