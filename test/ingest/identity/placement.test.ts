import {describe, expect, it} from 'vitest'
import {placeDocuments} from '../../../src/ingest/identity/placement.ts'

/** `path → locale stem` of each. */
const placed = (...paths: string[]): Record<string, string> =>
  Object.fromEntries([...placeDocuments(paths)].map(([path, {locale, stem}]) => [path, `${locale} ${stem}`]))

describe('src/ingest/identity/placement.ts', () => {
  it('reads the folders of Hugo, however a locale is written there', () => {
    expect(
      placed(
        'content/en/docs/ports.md',
        'content/ja/docs/ports.md',
        'content/zh-cn/docs/ports.md',
        'content/pt_BR/docs/ports.md',
        'content/es-419/docs/ports.md',
        'content/sr-Latn/docs/ports.md',
        'content/zh-hans/docs/only-here.md',
      ),
    ).toEqual({
      'content/en/docs/ports.md': 'en content/docs/ports',
      'content/ja/docs/ports.md': 'ja content/docs/ports',
      'content/zh-cn/docs/ports.md': 'zh-CN content/docs/ports',
      'content/pt_BR/docs/ports.md': 'pt-BR content/docs/ports',
      'content/es-419/docs/ports.md': 'es-419 content/docs/ports',
      'content/sr-Latn/docs/ports.md': 'sr-Latn content/docs/ports',
      'content/zh-hans/docs/only-here.md': 'zh-Hans content/docs/only-here',
    })
  })

  it('pairs the translations of Docusaurus with their source, each version with its own', () => {
    expect(
      placed(
        'docs/net/ports.md',
        'versioned_docs/version-2.0/net/ports.mdx',
        'docs/only-english.md',
        'i18n/de/docusaurus-plugin-content-docs/current/net/ports.md',
        'i18n/de/docusaurus-plugin-content-docs/version-2.0/net/ports.mdx',
        'community/ports.md',
        'i18n/de/docusaurus-plugin-content-docs-community/current/ports.md',
      ),
    ).toEqual({
      'docs/net/ports.md': 'en docs/net/ports',
      'versioned_docs/version-2.0/net/ports.mdx': 'en versioned_docs/version-2.0/net/ports',
      'docs/only-english.md': 'en docs/only-english',
      'i18n/de/docusaurus-plugin-content-docs/current/net/ports.md': 'de docs/net/ports',
      'i18n/de/docusaurus-plugin-content-docs/version-2.0/net/ports.mdx':
        'de versioned_docs/version-2.0/net/ports',
      'community/ports.md': 'en community/ports',
      'i18n/de/docusaurus-plugin-content-docs-community/current/ports.md': 'de community/ports',
    })
  })

  it('finds the source of Starlight and MkDocs where no folder or suffix tells a locale', () => {
    expect(
      placed(
        'src/content/docs/guide/ports.md',
        'src/content/docs/fr/guide/ports.mdx',
        'src/content/docs/new.md',
      ),
    ).toEqual({
      'src/content/docs/guide/ports.md': 'en src/content/docs/guide/ports',
      'src/content/docs/fr/guide/ports.mdx': 'fr src/content/docs/guide/ports',
      'src/content/docs/new.md': 'en src/content/docs/new',
    })
    expect(placed('docs/ports.md', 'docs/ports.fr.md', 'docs/ports.de.md', 'docs/other.md')).toEqual({
      'docs/ports.md': 'en docs/ports',
      'docs/ports.fr.md': 'fr docs/ports',
      'docs/ports.de.md': 'de docs/ports',
      'docs/other.md': 'en docs/other',
    })
  })

  it('pairs repositories that stand beside each other', () => {
    expect(
      placed(
        'Gateway/docs/ports.md',
        'Gateway.fr-fr/docs/ports.md',
        'ja.gateway.dev/a.md',
        'gateway.dev/a.md',
      ),
    ).toEqual({
      'Gateway/docs/ports.md': 'en gateway/docs/ports',
      'Gateway.fr-fr/docs/ports.md': 'fr-FR gateway/docs/ports',
      'ja.gateway.dev/a.md': 'ja gateway.dev/a',
      'gateway.dev/a.md': 'en gateway.dev/a',
    })
    expect(placed('manual/a.md', 'manual-zh-cn/a.md', 'manual_pt/a.md')).toMatchObject({
      'manual-zh-cn/a.md': 'zh-CN manual/a',
      'manual_pt/a.md': 'pt manual/a',
    })
  })

  it('takes no short word for a locale where nothing shows that it is one', () => {
    for (const path of [
      'sdk/cs/ports.md',
      'docs/is/ports.md',
      'docs/api/ports.md',
      'how-to/ports.md',
      'it-tools/ports.md',
      'guide.is.md',
    ])
      expect(placed(path, 'docs/setup/other.md')[path]).toMatch(/^und /)
    expect(placed('sdk/cs/ports.md', 'sdk/go/ports.md', 'sdk/ts/ports.md')).toMatchObject({
      'sdk/cs/ports.md': 'und sdk/cs/ports',
      'sdk/ts/ports.md': 'und sdk/ts/ports',
    })
  })

  it('knows the folder of a language beside folders for pieces of pages, and that of English beside any', () => {
    expect(placed('fr/ports.md', 'includes/name.md', '_partials/note.md')['fr/ports.md']).toBe('fr ports')
    expect(placed('docs/en/ports.md', 'docs/extras/note.md')['docs/en/ports.md']).toBe('en docs/ports')
    expect(placed('docs/is/ports.md', 'docs/extras/note.md')['docs/is/ports.md']).toMatch(/^und /)
    expect(placed('tools/en/ports.md', 'tools/x/note.md')['tools/en/ports.md']).toMatch(/^und /)
  })

  it('takes no document for English that has an English translation beside it', () => {
    expect(placed('docs/ports.md', 'docs/ports.en.md')).toEqual({
      'docs/ports.md': 'und docs/ports',
      'docs/ports.en.md': 'en docs/ports',
    })
    expect(placed('docs/ports.md', 'docs/en/ports.md')['docs/ports.md']).toBe('und docs/ports')
  })

  it('gives documents one stem whatever their form', () => {
    const stems = placed('zh-TW/machine/ports.md', 'ja-JP/ports.human.md', 'fr-FR.ports.bilingual.md')
    expect(new Set(Object.values(stems).map((text) => text.split(' ')[1]))).toEqual(new Set(['ports']))
  })
})
