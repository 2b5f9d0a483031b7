import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import getPort from 'get-port'
import {describe, expect, it} from 'vitest'
import {faultyDocument} from '../support/faulty-document.ts'
import {killOften, randomNumbers, SEED} from '../support/kill.ts'
import {makeOldOutput} from '../support/old-output.ts'
import {checksums, portolan, startPortolan, temporaryFolder} from '../support/portolan.ts'

/** How often each command is killed, few by default since each takes seconds, and other tests kill at every call that changes the disk; 30 is what a release is tried with: `KILLS=30 npm run kills`. */
const kills = (few: number): number => Number(process.env['KILLS'] ?? few)
/** Longest time for a number of kills on a busy machine, in milliseconds; most of them wait for half a run. */
const timeFor = (count: number): number => 600_000 + count * 60_000
/** Moments of one run at which its output is looked at as a kill would leave it. */
const MOMENTS = 30

const isSame = (a: Record<string, string>, b: Record<string, string>): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

interface Outcome {
  before: Record<string, string>
  after: Record<string, string>
  milliseconds: number
}

/**
 * Runs to the end, and on the way stops the process at random moments to look at the folder: as it is then, a kill at that
 * moment would leave it, since nothing runs any more that could change it.
 */
const lookOften = async (result: string, command: string[], expected: number): Promise<Outcome> => {
  const before = makeOldOutput(result)
  const random = randomNumbers(SEED)
  const waits = Array.from({length: MOMENTS}, () => (random() * 2 * expected) / MOMENTS)
  const {child, ended} = startPortolan(command)
  const seen: Record<string, string>[] = []
  const started = performance.now()
  let stopped = 0
  for (const pause of waits) {
    await wait(pause)
    if (child.exitCode !== null || !child.kill('SIGSTOP')) break
    const at = performance.now()
    seen.push(checksums(result))
    child.kill('SIGCONT')
    stopped += performance.now() - at
  }
  expect(await ended).toMatchObject({status: 0})
  const milliseconds = performance.now() - started - stopped
  const after = checksums(result)
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.filter((found) => !isSame(found, before) && !isSame(found, after))).toEqual([])
  return {before, after, milliseconds}
}

/** An undisturbed run: how long it takes. */
const time = (command: string[]): number => {
  const started = performance.now()
  expect(portolan(command)).toMatchObject({status: 0})
  return performance.now() - started
}

describe('a run that is killed at any moment', () => {
  it(
    'of ingest leaves the old data or the new data, whole, and the next run succeeds and tidies up',
    async () => {
      const folder = temporaryFolder()
      const data = join(folder, 'data')
      const command = ['ingest', '--data', data]
      const {before, after, milliseconds} = await lookOften(data, command, 1000)
      await killOften({
        command,
        kills: kills(0),
        milliseconds,
        prepare: () => {
          rmSync(data, {recursive: true})
          makeOldOutput(data)
        },
        look: (told) => {
          const found = checksums(data)
          expect(found, told).toEqual(isSame(found, before) ? before : after)
        },
      })
      expect(portolan(command)).toMatchObject({status: 0})
      expect(checksums(data)).toEqual(after)
      expect(readdirSync(folder)).toEqual(['data'])
    },
    timeFor(kills(0)),
  )

  it(
    'of build leaves the old site or the new site, whole, and the same of the data',
    async () => {
      const folder = temporaryFolder()
      const [sources, data, dist] = [join(folder, 'sources'), join(folder, 'data'), join(folder, 'dist')]
      mkdirSync(sources)
      cpSync('content/sources/fr-FR', sources, {recursive: true})
      const command = ['build', '--sources', sources, '--data', data, '--dist', dist]
      const {before, after, milliseconds} = await lookOften(dist, command, 5000)
      const [oldData, newData] = [makeOldOutput(join(folder, 'old'), ['rules.csv']), checksums(data)]
      rmSync(join(folder, 'old'), {recursive: true})
      await killOften({
        command,
        kills: kills(1),
        milliseconds,
        prepare: () => {
          for (const path of [data, dist]) rmSync(path, {recursive: true})
          makeOldOutput(data, ['rules.csv'])
          makeOldOutput(dist)
        },
        look: (told) => {
          const [site, files] = [checksums(dist), checksums(data)]
          expect(site, told).toEqual(isSame(site, before) ? before : after)
          expect(files, told).toEqual(isSame(files, oldData) ? oldData : newData)
        },
      })
      expect(portolan(command)).toMatchObject({status: 0})
      expect(checksums(dist)).toEqual(after)
      expect(checksums(data)).toEqual(newData)
      expect(readdirSync(folder).toSorted()).toEqual(['data', 'dist', 'sources'])
    },
    timeFor(kills(1)),
  )

  it(
    'of fix leaves each document as it was or corrected, and the next run corrects the others',
    async () => {
      const documents = join(temporaryFolder(), 'documents')
      const write = (): void => {
        rmSync(documents, {recursive: true, force: true})
        mkdirSync(documents)
        for (let page = 0; page < 60; page++)
          writeFileSync(join(documents, `page-${page}.zh-TW.md`), faultyDocument)
      }
      write()
      const before = checksums(documents)
      const command = ['fix', documents]
      const milliseconds = time(command)
      const after = checksums(documents)
      expect(after).not.toEqual(before)
      await killOften({
        command,
        kills: kills(1),
        milliseconds,
        prepare: write,
        look: (told) => {
          const found = checksums(documents)
          for (const [path, sum] of Object.entries(before))
            expect([sum, after[path]], `${told}: ${path}`).toContain(found[path])
          const others = Object.keys(found).filter((path) => !(path in before))
          expect(others.filter((path) => !path.startsWith('.portolan-write-'))).toEqual([])
          expect(portolan(command), told).toMatchObject({status: 0})
          expect(checksums(documents), told).toEqual(after)
        },
      })
    },
    timeFor(kills(1)),
  )

  it(
    'of import leaves each file of decisions as it was or with the new ones, and the next run takes the others over',
    async () => {
      const folder = temporaryFolder()
      const [content, data, decisions] = [
        join(folder, 'content'),
        join(folder, 'data'),
        join(folder, 'content/decisions'),
      ]
      mkdirSync(content)
      expect(
        portolan(['ingest', '--data', data, '--content', content, '--sources', 'content/sources']),
      ).toMatchObject({
        status: 0,
      })
      const units = globSync('units.*-*.xlf', {cwd: data}).map((name) => join(data, name))
      expect(units.length).toBeGreaterThan(1)
      for (const path of units) {
        const text = readFileSync(path, 'utf8')
        writeFileSync(path, text.replaceAll(/(<source>Any<\/source>\n<target[^>]*>)[^<]*/g, '$1Edited'))
      }
      const old = `${JSON.stringify({entries: [{source: 'Old', text: 'Old', reason: 'test', date: '2026-01-01'}]})}\n`
      const write = (): void => {
        rmSync(decisions, {recursive: true, force: true})
        mkdirSync(decisions)
        for (const path of units) {
          const locale = /units\.(.*)\.xlf$/.exec(path)?.[1] ?? ''
          writeFileSync(join(decisions, `${locale}.json`), old.replace('{', `{"locale":"${locale}",`))
        }
      }
      write()
      const before = checksums(decisions)
      const command = [
        'import',
        ...units,
        '--data',
        data,
        '--content',
        content,
        '--date',
        '2026-01-31',
        '--force',
        '--accept',
        'initial,translated,reviewed',
      ]
      const milliseconds = time(command)
      const after = checksums(decisions)
      expect(Object.keys(before).filter((path) => after[path] === before[path])).toEqual([])
      await killOften({
        command,
        kills: kills(1),
        milliseconds,
        prepare: write,
        look: (told) => {
          const found = checksums(decisions)
          for (const [path, sum] of Object.entries(before))
            expect([sum, after[path]], `${told}: ${path}`).toContain(found[path])
          expect(portolan(command), told).toMatchObject({status: 0})
          expect(checksums(decisions), told).toEqual(after)
        },
      })
    },
    timeFor(kills(1)),
  )

  it(
    'of dev leaves the documents alone, and the next run serves them and removes what was left',
    async () => {
      const content = temporaryFolder()
      cpSync('content/termbase', join(content, 'termbase'), {recursive: true})
      cpSync('content/sources/fr-FR', join(content, 'sources/fr-FR'), {recursive: true})
      const before = checksums(content)
      const command = ['dev', '--content', content, '--port', String(await getPort())]
      // The test runner's settings are not the server's.
      const env = {NODE_ENV: undefined, VITEST: undefined}
      const left = (pids: number[]): string[] =>
        pids.flatMap((pid) => globSync(`.portolan/*-${hostname()}-${pid}-*`))
      const started = performance.now()
      expect(await serves(command, env)).toBe(200)
      const milliseconds = performance.now() - started
      const pids: number[] = []
      await killOften({
        command,
        kills: kills(1),
        milliseconds,
        env,
        prepare: () => {},
        look: (told, pid) => {
          pids.push(pid)
          expect(checksums(content), told).toEqual(before)
        },
      })
      expect(await serves(command, env)).toBe(200)
      expect(left(pids)).toEqual([])
      expect(checksums(content)).toEqual(before)
    },
    timeFor(kills(1)),
  )
})

/** Starts the server, asks for its first page, and ends it as a user does; gives the page's status. */
const serves = async (command: string[], env: Record<string, undefined>): Promise<number> => {
  const {child, ended} = startPortolan(command, {env})
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (text: string) => {
      said += text
      const found = /The site is at (\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(({stderr}) => reject(new Error(`the server ended: ${stderr}`)))
  })
  const {status} = await fetch(`${url}fr-FR/topics/`)
  child.kill('SIGINT')
  expect(await ended).toMatchObject({status: 0})
  expect(existsSync('.portolan')).toBe(true)
  return status
}
