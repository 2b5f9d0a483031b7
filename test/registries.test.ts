/**
 * What is registered: a folder or file that is in no list fails here, and one more of each kind is a file or a folder and
 * its entry in one list.
 */
import {execFileSync} from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join, resolve} from 'node:path'
import {globSync} from 'tinyglobby'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {z} from 'zod'
import {readers} from '../src/firewall/readers.ts'
import {targets} from '../src/firewall/targets.ts'
import {formatOfName} from '../src/formats/detect.ts'
import {readLanguageFile} from '../src/languages/language-file-fs.ts'
import {knownLocales} from '../src/languages/languages.ts'
import {lexiconLocales} from '../src/languages/lexicon.ts'
import {lexiconSchema} from '../src/languages/lexicon-schema.ts'
import {oppositesSchema} from '../src/languages/opposites.ts'
import {checks} from '../src/reconcile/checks/index.ts'
import {pageScripts} from '../src/site/build/page-scripts.ts'
import {textsByLocale} from '../src/site/shared/interface-texts.ts'

/** Lists of words that more languages have than those with a folder. */
const LISTS = 'lists'

const foldersIn = (folder: string): string[] =>
  globSync('*/*', {cwd: folder})
    .map((path) => dirname(path))
    .filter((name, at, all) => all.indexOf(name) === at)
    .toSorted()

const textsSchema = z.record(z.string(), z.string())

describe('every folder and file is registered', () => {
  const tags = foldersIn('src/languages').filter((name) => name !== LISTS)

  it('each folder of a language has its line, and files of known names only', () => {
    expect(knownLocales).toEqual(tags)
    const names = ['words', 'lexicon', 'opposites', 'interface', 'checks', 'firewall'].map(
      (name) => `${name}.json`,
    )
    const unknown = globSync('*/*', {cwd: 'src/languages'}).filter(
      (path) => dirname(path) !== LISTS && !names.includes(basename(path)),
    )
    expect(unknown).toEqual([])
  })

  it.each(tags)('the files of %s have the shape that their names tell', (tag) => {
    const lexicon = readLanguageFile(tag, 'lexicon')
    expect(lexiconLocales.includes(tag)).toBe(lexicon !== null)
    if (lexicon !== null) expect(lexiconSchema.strict().parse(lexicon)).toMatchObject({locale: tag})
    const sides = (each: string) =>
      Object.entries(oppositesSchema.parse(readLanguageFile(each, 'opposites') ?? {})).map(
        ([id, words]) => `${id}: ${words.length} sides`,
      )
    expect(sides('en')).toEqual(expect.arrayContaining(sides(tag)))
    const [english, own] = ['en', tag].map((each) => readLanguageFile(each, 'firewall'))
    if (own !== null)
      expect(Object.keys(textsSchema.parse(own)).toSorted()).toEqual(
        Object.keys(textsSchema.parse(english)).toSorted(),
      )
  })

  it('a language with an interface has the texts of checks and of firewall files, and no other language has', () => {
    const having = (name: 'interface' | 'checks' | 'firewall') =>
      tags.filter((tag) => readLanguageFile(tag, name) !== null)
    expect(Object.keys(textsByLocale).toSorted()).toEqual(having('interface'))
    expect(having('checks')).toEqual(having('interface'))
    expect(having('firewall')).toEqual(having('interface'))
  })

  it('each check is in the list, under the name of its file', () => {
    const files = globSync('src/reconcile/checks/*.ts')
      .filter((file) => readFileSync(file, 'utf8').includes('defineCheck('))
      .map((file) => basename(file, '.ts'))
    expect(checks.map(({id}) => id).toSorted()).toEqual(files.toSorted())
  })

  it('each firewall target is in the list, under the name of its folder, and has a reader', () => {
    const folders = foldersIn('src/firewall/targets')
    expect(targets.map(({id}) => id).toSorted()).toEqual(folders)
    expect([...readers.values()].filter((read) => typeof read !== 'function')).toEqual([])
    expect([...readers.keys()].toSorted()).toEqual(folders)
  })

  it('each format that is read is told by the name of a file', () => {
    const folders = globSync('src/formats/*/read.ts').map((file) => basename(dirname(file)))
    const names = [...folders, 'jsonl'].map((name) => formatOfName(`x.${name}`))
    expect(names).toEqual([...folders, 'jsonl'])
  })

  it('each script of pages is a file, and each page that asks for one asks for one of them', () => {
    const files = Object.values(pageScripts).map((path) => `src/site/${path}.ts`)
    expect(files.filter((file) => !existsSync(file))).toEqual([])
    const asked = globSync('src/site/**/*.astro').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/<PageScript\b[^>]*\bname="([^"]+)"/g)].map(([, name]) => name),
    )
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((name) => name === undefined || !Object.hasOwn(pageScripts, name))).toEqual([])
  })
})

describe('one more of a kind', () => {
  let root = ''
  /** Places that each kind touched: a folder of its own is one. */
  const places = new Map<string, Set<string>>()

  const touch = (kind: string, place: string) => places.set(kind, (places.get(kind) ?? new Set()).add(place))

  /** A file of the kind's own, or one in a folder of its own. */
  const add = (kind: string, path: string, text: string, folder = path) => {
    if (existsSync(folder)) throw new Error(`${folder} is not new`)
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
    touch(kind, folder)
  }

  /** Its entry in a list. */
  const register = (kind: string, path: string, ...edits: [before: string, after: string][]) => {
    const text = edits.reduce(
      (all, [before, after]) => {
        if (!all.includes(before)) throw new Error(`${path} has no ${before}`)
        return all.replace(before, () => after)
      },
      readFileSync(join(root, path), 'utf8'),
    )
    writeFileSync(join(root, path), text)
    touch(kind, path)
  }

  /** What a program in the copy prints. */
  const run = (code: string): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '--eval', code], {cwd: root, encoding: 'utf8'}),
    )

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'registries-'))
    for (const folder of ['src', 'vocabularies']) cpSync(folder, join(root, folder), {recursive: true})
    for (const file of ['package.json', 'tsconfig.json']) cpSync(file, join(root, file))
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  })
  afterAll(() => rmSync(root, {recursive: true, force: true}))

  it('a language is a folder and a line', () => {
    const words = JSON.parse(readFileSync('src/languages/de-DE/words.json', 'utf8'))
    // A language that nobody adds in earnest.
    const [folder, tag] = ['src/languages/ia-001', 'ia-001']
    const texts = {...words, locale: tag, name: 'Interlingua', matches: ['ia']}
    add('language', `${folder}/words.json`, JSON.stringify(texts), folder)
    add('language', `${folder}/interface.json`, '{"nav.ports": "Portos"}', folder)
    const lexicon = JSON.parse(readFileSync('src/languages/de-DE/lexicon.json', 'utf8'))
    add('language', `${folder}/lexicon.json`, JSON.stringify({...lexicon, locale: tag}), folder)
    const line = "export {default as ia} from './ia-001/words.json' with {type: 'json'}\n"
    register('language', 'src/languages/registry.ts', [
      'export {default as it}',
      `${line}export {default as it}`,
    ])
    expect(
      run(`
        import {knownLocales, localeData} from './src/languages/languages.ts'
        import {lexiconOf} from './src/languages/lexicon.ts'
        import {siteReader} from './src/app/search/site-reader-fs.ts'
        const reader = siteReader({endpoints: [], locales: ['ia-001']}, 'ia-001')
        const {name} = localeData('ia-FR')
        console.log(JSON.stringify([knownLocales.includes('ia-001'), name, lexiconOf('ia-001').locale, reader.t('nav.ports')]))
      `),
    ).toEqual([true, 'Interlingua', 'ia-001', 'Portos'])
    expect([...(places.get('language') ?? [])]).toHaveLength(2)
  })

  it('a check is a file and an entry, asked of cells, prose and votes as it says itself', () => {
    const own = readFileSync('src/reconcile/checks/punctuation.ts', 'utf8')
      .replaceAll('punctuation', 'dummy')
      .replace('  why:', '  scope: {prose: () => true, votes: () => true},\n  why:')
      .replace(
        'if (!english',
        'if (target.text.length > 0) return [{actual: target.text, expected: "", span: null}]\n    if (!english',
      )
    add('check', 'src/reconcile/checks/dummy.ts', own)
    const list = 'src/reconcile/checks/index.ts'
    const [first, entry] = ['import {acronym}', '  nameSpacing,']
    register(
      'check',
      list,
      [first, `import {dummy} from './dummy.ts'\n${first}`],
      [entry, `${entry}\n  dummy,`],
    )
    expect(
      run(`
        import {problemsOf, ask} from './src/reconcile/engine/ask.ts'
        import {emptyContext as context} from './src/reconcile/engine/context.ts'
        import {proseProblemsOf} from './src/reconcile/engine/prose-checks.ts'
        import {voteUnits} from './src/reconcile/engine/vote.ts'
        const place = {path: 'x.md', line: 1, column: 1}
        const units = ['ja-JP', 'zh-TW', 'ko-KR', 'fr-FR'].map((locale) =>
          ({id: locale, edition: 'x.md', cell: 'c', locale, source: null, target: 'HTTPS 443', header: false, place}))
        const asked = ask({...units[0], source: 'HTTPS 443'}, context)
        const isOwn = ({check}) => (check.id ?? check) === 'dummy'
        console.log(JSON.stringify([
          problemsOf(asked).some(isOwn), proseProblemsOf(asked).some(isOwn),
          voteUnits(units, (unit) => unit, context).some(isOwn)]))
      `),
    ).toEqual([true, true, true])
    expect([...(places.get('check') ?? [])]).toHaveLength(2)
  })

  it('a firewall target is a folder and an entry', () => {
    const folder = 'src/firewall/targets/dummy'
    for (const name of ['read.ts', 'write.ts'])
      add(
        'target',
        `${folder}/${name}`,
        readFileSync(`src/firewall/targets/json/${name}`, 'utf8').replace("id: 'json'", "id: 'dummy'"),
        folder,
      )
    register(
      'target',
      'src/firewall/targets.ts',
      ['import {json}', "import {json as dummy} from './targets/dummy/write.ts'\nimport {json}"],
      ['  json,', '  json,\n  dummy,'],
    )
    expect(
      run(`
        import {readers} from './src/firewall/readers.ts'
        import {targets} from './src/firewall/targets.ts'
        console.log(JSON.stringify([targets.some(({id}) => id === 'dummy'), readers.get('dummy')('{"rules": []}')]))
      `),
    ).toEqual([true, []])
    expect([...(places.get('target') ?? [])]).toHaveLength(2)
  })

  it('an input format is a folder and an entry', () => {
    const folder = 'src/formats/dummy'
    const own = readFileSync('src/formats/jsonl.ts', 'utf8')
      .replaceAll("from './", "from '../")
      .replaceAll("from '../../", "from '../../../")
      .replace('export const jsonl', 'export const dummy')
      .replace("['.jsonl', '.ndjson'], start: '{'", "['.dummy'], roots: ['dummy']")
    add(
      'format',
      `${folder}/read.ts`,
      own.replaceAll("from '../model", "from '../../model").replaceAll("from '../text", "from '../../text"),
      folder,
    )
    register(
      'format',
      'src/formats/detect.ts',
      ['import {jsonl}', "import {dummy} from './dummy/read.ts'\nimport {jsonl}"],
      ['{tmx, xliff, po, jsonl, csv}', '{tmx, xliff, po, jsonl, csv, dummy}'],
    )
    writeFileSync(join(root, 'a.dummy'), '{}')
    expect(
      run(`
        import {listCheckInputs} from './src/app/check/check-inputs-fs.ts'
        import {formatOfText, readerOf} from './src/formats/detect.ts'
        mkdirSync('inputs'); writeFileSync('inputs/a.dummy', '{}')
        import {mkdirSync, writeFileSync} from 'node:fs'
        const kinds = listCheckInputs(['inputs']).map(({kind}) => kind)
        console.log(JSON.stringify([kinds, formatOfText('<?xml version="1.0"?><dummy>'), typeof readerOf('dummy', 'x').end]))
      `),
    ).toEqual([['dummy'], 'dummy', 'function'])
    expect([...(places.get('format') ?? [])]).toHaveLength(2)
  })

  it('a script of pages is a file and a line', () => {
    add('page script', 'src/site/dummy/dummy.ts', 'document.title += "!"\n')
    register('page script', 'src/site/build/page-scripts.ts', [
      "  copy: 'topic/copy',",
      "  copy: 'topic/copy',\n  dummy: 'dummy/dummy',",
    ])
    expect(
      run(`
        import {bundleScript} from './src/site/build/bundle-script.ts'
        import {pageScripts} from './src/site/build/page-scripts.ts'
        console.log(JSON.stringify((await bundleScript(pageScripts.dummy)).code.includes('document.title')))
      `),
    ).toBe(true)
    expect([...(places.get('page script') ?? [])]).toHaveLength(2)
  })
})
