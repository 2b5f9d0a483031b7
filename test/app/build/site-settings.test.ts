import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {startSite} from '../../../src/app/build/site-thread.ts'
import {addressOf} from '../../../src/app/config/site-config-fs.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-settings-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const logo = '<svg xmlns="http://www.w3.org/2000/svg"/>'

describe('the settings of a site', () => {
  test('are in every page: the path of its address, its name, its looks, its order', async () => {
    mkdirSync(folder, {recursive: true})
    writeFileSync(join(folder, 'logo.svg'), logo)
    const outDir = join(folder, 'dist')
    const kb = tinyKnowledgeBase()
    const site = startSite({
      outDir,
      ...addressOf({site: 'https://docs.contoso.example/net/ports'}),
      settings: {
        title: 'Contoso ports',
        logo: join(folder, 'logo.svg'),
        colors: {light: '#7a1f4b', dark: '#f0a3c8'},
        footer: {links: [{text: {en: 'Imprint', 'fr-FR': 'Mentions'}, href: 'https://contoso.example/i'}]},
        topics: [{group: 'Partners', topics: ['partner-chat']}],
      },
    })
    try {
      site.begin(kb)
      await site.end()
    } finally {
      await site.close()
    }
    const pages = readdirSync(outDir, {recursive: true, encoding: 'utf8'}).filter((name) =>
      /\.(?:html|xml|txt|json)$/.test(name),
    )
    // Whatever names the host names the path, too.
    for (const page of pages) {
      const text = readFileSync(join(outDir, page), 'utf8')
      const addresses = text.match(/https:\/\/docs\.contoso\.example[^"<\s)]*/g) ?? []
      expect([
        page,
        addresses.filter((each) => !each.startsWith('https://docs.contoso.example/net/ports/')),
      ]).toEqual([page, []])
    }
    const read = (name: string) => readFileSync(join(outDir, name), 'utf8')
    const home = read('fr-FR/index.html')
    expect(home).toContain('<link rel="canonical" href="https://docs.contoso.example/net/ports/fr-FR/">')
    expect(home).toContain('>Contoso ports</a>')
    expect(home).toMatch(/<a href="https:\/\/contoso\.example\/i" lang="fr-FR">Mentions<\/a>/)
    expect(home).toContain('<link rel="stylesheet" href="../brand/site.css">')
    expect(read('404.html')).toContain('href="/net/ports/brand/site.css"')
    expect(read('sitemap-0.xml')).toContain('https://docs.contoso.example/net/ports/en/topics/partner-chat/')
    const sheet = read('brand/site.css')
    expect(sheet).toContain('--accent:light-dark(#7a1f4b,#f0a3c8)')
    expect(sheet).toContain(Buffer.from(logo).toString('base64'))
    const topics = read('en/topics/index.html')
    expect(topics.indexOf('Partners')).toBeGreaterThan(0)
    const linked = [...topics.matchAll(/<h[23]><a href="([^"]+)">/g)].map(([, to]) => to)
    expect(linked).toEqual(['partner-chat/', 'edge-with-nat/'])
  }, 900_000)
})
