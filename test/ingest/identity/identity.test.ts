import {describe, expect, it} from 'vitest'
import {nameOf} from '../../../src/ingest/identity/identity.ts'
import {ingest} from '../../../src/ingest/ingest.ts'
import {ids, pair, read} from '../documents.ts'

const of = (front: string, path: string, body = '# T\n') => ingest(`---\n${front}\n---\n${body}`, path)
const whole = 'ms:assetid: A1\nms.translationtype: MT\nms.contentlocale: zh-TW\nms.date: 01/02/2020'

describe('src/ingest/identity/identity.ts', () => {
  it('takes everything from the front matter where it is there', () => {
    const edition = of(whole, 'x/page.md')
    expect(edition).toMatchObject({
      assetId: 'a1',
      name: 'page',
      info: {
        id: 'x/page.md',
        locale: 'zh-TW',
        form: 'machine',
        translationType: 'machine',
        revision: '2020-01-02',
      },
      diagnostics: [],
    })
  })

  it('takes the locale from the address of the page, where it is not English', () => {
    const address =
      'ms:assetid: a\nms.translationtype: HT\nms:mtpsurl: https://example.org/ja-jp/library/1(v=OCS.15)'
    expect(of(address, 'page.md').info).toMatchObject({
      locale: 'ja-JP',
      form: 'human',
      translationType: 'human',
    })
  })

  it('takes the locale from a folder or a part of the file name', () => {
    const front = 'ms:assetid: a\nms.translationtype: MT'
    expect(of(front, 'docs/fr-fr/page.md').info.locale).toBe('fr-FR')
    const named = of(front, 'docs/de-DE.page.md')
    expect(named).toMatchObject({info: {locale: 'de-DE'}, localeFrom: 'path', diagnostics: []})
  })

  it('does not take any two words with a hyphen for a locale', () => {
    const edition = of('ms:assetid: a\nms.translationtype: MT', 'zz-qq/how-to.md')
    expect(edition.info.locale).toBe('und')
    expect(ids(edition)).toEqual(['1:1 info no-locale'])
  })

  it('asks for the language of a document with a table of ports, and only mentions it elsewhere', () => {
    const table = '# T\n\n| Protocol | Port |\n|---|---|\n| TCP | 443 |\n'
    expect(ids(of('title: x', 'page.md', table))).toContain('1:1 error no-locale')
    expect(ids(of('title: x', 'page.md', '# T\n\n| A | B |\n|---|---|\n| c | d |\n'))).toEqual([
      '1:1 info no-locale',
    ])
  })

  it('says when nothing is known of a locale, and when a tag is none', () => {
    const unknown = of(whole.replace('zh-TW', 'is-IS'), 'page.md')
    expect(unknown.info.locale).toBe('is-IS')
    expect(ids(unknown)).toEqual(['4:19 warning unknown-locale'])
    const broken = of(whole.replace('zh-TW', 'Chinese'), 'fr-FR/page.md')
    expect(broken.info.locale).toBe('fr-FR')
    expect(ids(broken)).toEqual(['4:19 error unknown-locale'])
  })

  it('says of a language that is known in part what is read and what is not', () => {
    const [told] = of(whole.replace('zh-TW', 'nl-NL'), 'page.md').diagnostics
    expect(told?.message).toMatch(/^Locale nl-NL is read in part: headers, ranges, actions/u)
    const [unknown] = of(whole.replace('zh-TW', 'is-IS'), 'page.md').diagnostics
    expect(unknown?.message).toMatch(/refuses their rows$/u)
  })

  it('knows the relatives of a known locale, and takes an English document for a source', () => {
    expect(of(whole.replace('zh-TW', 'fr-CA'), 'page.md').diagnostics).toEqual([])
    expect(of(whole.replace('zh-TW', 'en-us'), 'page.md')).toMatchObject({
      info: {locale: 'en-US', form: 'source'},
      diagnostics: [],
    })
  })

  it('assumes the translation type by the path or by the spans', () => {
    const front = 'ms:assetid: a\nms.contentlocale: zh-TW'
    expect(of(front, 'human/page.md').info).toMatchObject({form: 'human', translationType: 'human'})
    expect(of(front, 'page.machine.md').info).toMatchObject({form: 'machine', translationType: 'machine'})
    const spans = of(front, 'page.md', `# ${pair('a-1', '甲', 'A')}`)
    expect(spans.info).toMatchObject({form: 'bilingual', translationType: 'machine'})
    expect(ids(spans)).toEqual([])
  })

  it('knows neither a human nor a machine translation where nothing tells', () => {
    expect(of('lang: fr', 'page.md').info).toMatchObject({form: 'plain', translationType: 'unknown'})
    expect(ids(of(`${whole.replace('MT', 'XT')}`, 'page.md'))).toEqual(['3:21 warning no-translation-type'])
  })

  it('takes a language that the front matter states before one of the path, and a word that is none for none', () => {
    expect(of('lang: pt_BR', 'fr/page.md').info.locale).toBe('pt-BR')
    expect(of('language: csharp', 'fr/page.md').info.locale).toBe('fr')
  })

  it('knows an English text where neither says what language it is in, and says nothing of a short one', () => {
    const text =
      'Open the ports of this table on the firewall when you use the server with your clients, and not before.\n'
    expect(of('title: x', 'page.md', text)).toMatchObject({
      info: {locale: 'en', form: 'source'},
      localeFrom: 'text',
      diagnostics: [],
    })
    const german =
      'Öffnen Sie die Ports in dieser Tabelle auf der Firewall, wenn Sie den Server mit Clients nutzen.\n'
    expect(of('title: x', 'page.md', german).info.locale).toBe('und')
    expect(of('title: x', 'page.md', 'Ports of the server\n').info.locale).toBe('und')
  })

  it('places a document without an asset id by its name', () => {
    const edition = of('ms.translationtype: MT\nms.contentlocale: zh-TW', 'a/zh-TW.My-Page.bilingual.md')
    expect([edition.assetId, edition.name]).toEqual([null, 'my-page'])
    expect(edition).toMatchObject({stem: 'a/my-page', diagnostics: []})
  })

  it('gives documents of one topic one name, whatever their form, locale and folder', () => {
    for (const path of [
      'ports.md',
      'x/Ports.md',
      'zh-TW.ports.human.md',
      'ports.ja-JP.md',
      'zh-TW/machine/ports.md',
    ]) {
      expect(nameOf(path)).toBe('ports')
    }
    expect(nameOf('ports/zh-TW.md')).toBe('ports')
    expect(nameOf('single-human-edge.md')).toBe('single-human-edge')
  })

  it('takes the later of the two dates as the revision, in any of the usual spellings', () => {
    const dated = (date: string) => of(`${whole.replace(/ms\.date.*/, date)}`, 'page.md')
    expect(dated('ms.date: 07/23/2014\nms.lasthandoff: 05/11/2019').info.revision).toBe('2019-05-11')
    expect(dated('ms.date: 2021-01-05\nms.lasthandoff: 05/11/2019').info.revision).toBe('2021-01-05')
    expect(dated('ms.date: 23/07/2014').info.revision).toBe('2014-07-23')
    expect(dated('title: x').info.revision).toBeNull()
    const broken = dated('ms.date: 02/30/2014')
    expect(broken.info.revision).toBeNull()
    expect(ids(broken)).toEqual(['5:10 warning unknown-date'])
  })

  it('tells a bilingual pipe document by where its spans stand', () => {
    const cell = pair('a-1', '埠', 'Port')
    expect(read(`| ${cell} |\n|---|\n| 1 |\n`).info.form).toBe('bilingual-pipe')
    expect(read(`<table><tr><td>${cell}</td></tr></table>\n\n| ${cell} |\n|---|\n`).info.form).toBe(
      'bilingual',
    )
    expect(read(cell).info.form).toBe('bilingual')
  })
})

describe('src/ingest/identity/title.ts', () => {
  it('takes the target from the front matter and the English from the spans of the heading', () => {
    const edition = of(
      `title: 標題\nTOCTitle: Contents\n${whole}`,
      'a.md',
      `# <a name="x"></a>${pair('1', '**甲**', '**A** b')}\n`,
    )
    expect(edition.title).toEqual({source: 'A b', target: '標題'})
  })

  it('takes the English that machine translation left in the table of contents', () => {
    expect(of(`title: 標題\nTOCTitle: Contents\n${whole}`, 'a.md').title.source).toBe('Contents')
    expect(of(`title: 標題\nTOCTitle: 目錄\n${whole}`, 'a.md').title.source).toBeNull()
    const human = whole.replace('MT', 'HT').replace('zh-TW', 'fr-FR')
    expect(of(`title: Titre\nTOCTitle: Contenu\n${human}`, 'a.md').title).toEqual({
      source: null,
      target: 'Titre',
    })
  })

  it('falls back to the heading, then to the name, and says so', () => {
    expect(of(whole, 'a.md', '# 甲 `b`\n').title.target).toBe('甲 b')
    const bare = of(whole, 'a.md', 'text\n')
    expect(bare.title.target).toBe('a')
    expect(ids(bare)).toEqual(['6:4 warning no-title'])
  })
})
