import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {addressOf, settingsIn, unknownTopicsIn} from '../../../src/app/config/site-config-fs.ts'
import {contrast, PAPERS} from '../../../src/site/settings/contrast.ts'
import {saidWords} from '../../../src/site/settings/said-words.ts'
import {groupTopics} from '../../../src/site/settings/topic-order.ts'
import {tinyKnowledgeBase} from '../../support/tiny-kb.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-site-config-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('src/app/config/site-config-fs.ts', () => {
  test.each([
    [{}, {base: '/'}],
    [{base: 'docs'}, {base: '/docs/'}],
    [{site: 'https://x.example'}, {base: '/', site: 'https://x.example/'}],
    [{site: 'https://x.example/y/z'}, {base: '/y/z/', site: 'https://x.example/y/z/'}],
    [
      {site: 'https://x.example/y/', base: '/y'},
      {base: '/y/', site: 'https://x.example/y/'},
    ],
    [
      {site: 'https://x.example/', base: '/y/'},
      {base: '/y/', site: 'https://x.example/y/'},
    ],
  ])('the path of the address is where the site is served: %j', (options, expected) => {
    expect(addressOf(options)).toEqual(expected)
  })

  test.each([
    [{site: 'x.example'}, 'expected an address that starts with https://'],
    [{site: 'https://x.example/y/', base: '/z/'}, 'expected one path, found /y/'],
    [{site: 'https://x.example/häfen/'}, 'expected a path of letters and digits of ASCII'],
    [{site: `https://x.example/"><svg onload=alert(1)>/`}, 'expected a path of letters and digits of ASCII'],
    [{site: 'https://me:secret@x.example/'}, 'expected an address of a host and a path alone'],
    [{site: 'https://x.example/ports/?a=b#c'}, 'expected an address of a host and a path alone'],
    [{base: '/a b/'}, 'expected a path of letters and digits of ASCII'],
    [{base: '/[x]/'}, 'expected a path of letters and digits of ASCII'],
  ])('refuses %j', (options, message) => {
    expect(() => addressOf(options)).toThrow(message)
  })

  test('a logo that is not there, or too large, is refused', () => {
    const path = 'portolan.config.json'
    expect(() => settingsIn({path, logo: 'gone.svg'}, folder)).toThrow('no such logo')
    writeFileSync(join(folder, 'big.png'), Buffer.alloc(200_000))
    expect(() => settingsIn({path, logo: 'big.png'}, folder)).toThrow('expected a logo of at most')
    writeFileSync(join(folder, 'logo.svg'), '<svg/>')
    expect(settingsIn({path, logo: 'logo.svg', title: 'X', sourceLocale: 'en'}, folder)).toEqual({
      title: 'X',
      logo: join(folder, 'logo.svg'),
    })
  })

  test('a file that only has the name of a picture is no logo, since it would be published', () => {
    const path = 'portolan.config.json'
    for (const [logo, bytes] of [
      ['key.svg', '-----BEGIN PRIVATE KEY-----\n<svg>'],
      ['page.svg', '<html><svg/></html>'],
      ['logo.png', '<svg/>'],
      ['logo.webp', 'RIFF'],
    ] as const) {
      writeFileSync(join(folder, logo), bytes)
      expect(() => settingsIn({path, logo}, folder)).toThrow('expected a picture of the kind')
    }
    for (const [logo, bytes] of [
      ['a.svg', '\ufeff<?xml version="1.0"?>\n<!-- <b> -->\n<!DOCTYPE svg PUBLIC "x" "y">\n<svg xmlns="x"/>'],
      ['i.svg', '<?xml version="1.0"?><!DOCTYPE svg [\n<!ENTITY a "b">\n]>\n<svg>'],
      ['b.svg', '<svg:svg xmlns:svg="x"/>'],
      ['c.PNG', Buffer.from('89504e470d0a1a0a00', 'hex')],
      ['d.webp', 'RIFF1234WEBPVP8 '],
    ] as const) {
      writeFileSync(join(folder, logo), bytes)
      expect(settingsIn({path, logo}, folder)).toEqual({logo: join(folder, logo)})
    }
  })

  test('a topic that there is not is told', () => {
    const found = unknownTopicsIn({path: 'x.yaml', topics: ['partner-chat', 'gone']}, tinyKnowledgeBase())
    expect(found.map(({message}) => message)).toEqual([expect.stringContaining('“gone”')])
  })
})

describe('src/site/settings', () => {
  test('topics stand in the order and the groups that the workspace wants, each once', () => {
    const {topics} = tinyKnowledgeBase()
    const ids = (wanted: Parameters<typeof groupTopics>[1]) =>
      groupTopics(topics, wanted).map(({title, topics: own}) => [title, own.map(({id}) => id)])
    expect(ids(undefined)).toEqual([[null, ['edge-with-nat', 'partner-chat']]])
    expect(ids(['partner-chat', 'gone', 'partner-chat'])).toEqual([[null, ['partner-chat', 'edge-with-nat']]])
    expect(ids([{group: 'A', topics: ['partner-chat']}])).toEqual([
      ['A', ['partner-chat']],
      [null, ['edge-with-nat']],
    ])
  })

  test('a text is said in the reader’s language, else in English', () => {
    const words = {en: 'Imprint', 'fr-FR': 'Mentions'}
    expect(saidWords(words, 'fr-CA').text).toBe('Mentions')
    expect(saidWords(words, 'ja-JP')).toEqual({text: 'Imprint', lang: 'en'})
    expect(saidWords('Legal', 'ja-JP')).toEqual({text: 'Legal', lang: undefined})
  })

  test('contrast is measured against the colours that pages have', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    const tokens = readFileSync('src/site/styles/tokens.css', 'utf8')
    const [paper, raised] = ['paper', 'raised'].map((name) =>
      new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens)?.slice(1, 3),
    )
    expect([paper?.[0], raised?.[0]]).toEqual(PAPERS.light)
    expect([paper?.[1], raised?.[1]]).toEqual(PAPERS.dark)
  })
})
