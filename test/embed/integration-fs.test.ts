import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, it} from 'vitest'
import {UsageError} from '../../src/disk/usage-error.ts'
import portolan, {type PortolanOptions} from '../../src/embed/integration-fs.ts'
import {SITE_DATASET} from '../../src/site/dataset/data-fs.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const root = mkdtempSync(join(tmpdir(), 'portolan-embed-'))
afterAll(() => rmSync(root, {recursive: true, force: true}))

/** What the hook that starts it did, as Astro calls it. */
function started(options: PortolanOptions) {
  const done: {watched: string[]; config: unknown[]} = {watched: [], config: []}
  const folder = join(root, 'generated')
  mkdirSync(folder, {recursive: true})
  const {hooks} = portolan(options)
  const hook: unknown = hooks['astro:config:setup']
  if (typeof hook !== 'function') throw new Error('the integration starts with Astro')
  // Of all that Astro hands over, what the integration asks for.
  Reflect.apply(hook, hooks, [
    {
      config: {root: pathToFileURL(`${root}/`)},
      createCodegenDir: () => pathToFileURL(`${folder}/`),
      addWatchFile: (path: string) => done.watched.push(path),
      updateConfig: (config: unknown) => done.config.push(config),
    },
  ])
  return {...done, dataset: JSON.parse(readFileSync(join(folder, SITE_DATASET), 'utf8'))}
}

const refusal = (options: unknown): string => {
  try {
    started(options as PortolanOptions)
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.hint}`
    throw error
  }
  throw new Error('expected to be refused')
}

const write = (folder: string, content: unknown): void => {
  mkdirSync(join(root, folder), {recursive: true})
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  writeFileSync(join(root, folder, 'knowledge-base.json'), text)
}

describe('src/embed/integration-fs', () => {
  it('hands the dataset of the folder to the components, and starts again with a new one', () => {
    write('data', tinyKnowledgeBase())
    const {watched, config, dataset} = started({data: './data', site: 'https://ports.example/kb'})
    expect(watched).toEqual([join(root, 'data/knowledge-base.json')])
    expect(dataset.topics).toHaveLength(2)
    expect(dataset.units).toBeUndefined()
    expect(JSON.stringify(config)).toContain('"noExternal":["portolan"]')
  })

  it('says what it expected of its options', () => {
    expect(refusal(undefined)).toContain('portolan(): ')
    expect(refusal({})).toMatch(/data.* \| docs\/beside-other-sites\.md/s)
    expect(refusal({data: 'data', site: 'javascript:alert(1)'})).toContain('https://')
    expect(refusal({data: 'data', sight: 'https://ports.example/'})).toContain('sight')
  })

  it('says what to do where there is no dataset, or one that it can’t read', () => {
    expect(refusal({data: './none'})).toMatch(/Expected a dataset at .*none.*portolan ingest/)
    write('torn', '{"schema": 2,')
    expect(refusal({data: 'torn'})).toMatch(/Expected JSON in .*portolan ingest/)
    write('newer', {...tinyKnowledgeBase(), schema: 3})
    expect(refusal({data: 'newer'})).toMatch(/Expected a dataset in .* at schema.*portolan ingest/)
    write('other', [])
    expect(refusal({data: 'other'})).toContain('portolan ingest')
  })
})
