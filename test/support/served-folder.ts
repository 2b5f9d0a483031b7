/** A small site in a folder, with what must not leave it, served for the tests of a file. */
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, onTestFinished} from 'vitest'
import {type SiteServer, serveSite} from '../../src/app/serve/serve-fs.ts'

/** Content of `file.txt`. */
export const text = 'abcdefghij'

/** By their paths. */
export const files = {
  'index.html': '<p>home</p>',
  'en/index.html': '<p>in English</p>',
  '名/index.html': '<p>name</p>',
  'file.txt': text,
  'empty.txt': '',
  'data.json': '{}',
  '_astro/a.css': 'p {}',
  '404.html': '<p>lost</p>',
  'fr-FR/404.html': '<p>perdu</p>',
  'fr-FR/index.html': '<p>accueil</p>',
  '.env': 'SECRET=1',
  '.git/config': '[core]',
  'en/.hidden/index.html': 'hidden',
  _headers: `# ours
/*
  X-Content-Type-Options: nosniff
  Vary: Accept
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
  Vary: Origin
/:language/index.html
  X-Language: yes
/data.json
  Content-Length: 99
`,
}

export const writeFiles = (folder: string, contents: Record<string, string>): string => {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  return folder
}

export const portOf = ({url}: SiteServer): number => Number(new URL(url).port)

/** Serves until the test ends. */
export const start = async (...args: Parameters<typeof serveSite>): Promise<SiteServer> => {
  const started = await serveSite(...args)
  onTestFinished(started.close)
  return started
}

export interface Served extends SiteServer {
  folder: string
  port: number
}

/** Served while the tests of the file run. */
export const useServedFolder = (): (() => Served) => {
  let served: Served | undefined
  const top = mkdtempSync(join(tmpdir(), 'portolan-serve-'))
  const folder = join(top, 'dist')
  beforeAll(async () => {
    writeFiles(folder, files)
    writeFiles(top, {'secret.txt': 'secret', 'secrets/index.html': 'secret'})
    symlinkSync(join(top, 'secret.txt'), join(folder, 'link.txt'))
    symlinkSync(join(top, 'secrets'), join(folder, 'links'))
    symlinkSync('.env', join(folder, 'plain.txt'))
    symlinkSync('file.txt', join(folder, 'same.txt'))
    symlinkSync('round', join(folder, 'round'))
    const site = await serveSite(folder, 20_000)
    served = {...site, folder, port: portOf(site)}
  })
  afterAll(() => {
    served?.close()
    rmSync(top, {recursive: true, force: true})
  })
  return () => {
    if (served === undefined) throw new Error('the folder is served before the tests')
    return served
  }
}
