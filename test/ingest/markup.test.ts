import {describe, expect, it} from 'vitest'
import {ingest} from '../../src/ingest/ingest.ts'
import {withoutMarkup} from '../../src/ingest/markup/without-markup.ts'

const read = (text: string, path = 'docs/fr/page.mdx') => ingest(text, path, {whole: true})
/** Each block as `kind: text`. */
const said = (text: string, path?: string): string[] =>
  read(text, path).blocks.map(({kind, markdown}) => (kind === 'table' ? kind : `${kind}: ${markdown}`))

describe('src/ingest/markup', () => {
  it('keeps each character where it is', () => {
    const text = '---\ntitle: "{{ kept }}"\n---\n# Gate {#gate}\r\n\r\n{{< note >}}Two\nlines{{< /note >}}\n'
    const {text: plain} = withoutMarkup(text, 29)
    expect(plain).toHaveLength(text.length)
    expect(plain.replace(/[^\r\n]/g, '')).toBe(text.replace(/[^\r\n]/g, ''))
    expect(plain).toContain('title: "{{ kept }}"')
  })

  it.each([
    ['ids of headings', '## Gate {#gate}\n', ['heading: Gate']],
    ['attributes of kramdown', 'Text\n{: .note #x}\n', ['paragraph: Text']],
    [
      'short codes, but for their text',
      'A {{< tip text="pod" id="p" >}} of {{% x %}}ours.\n',
      ['paragraph: A pod of ours.'],
    ],
    ['template tags and values', '{% if a %}Yes {{ site.name }}.{% endif %}\n', ['paragraph: Yes .']],
    [
      'imports and exports',
      "import A from 'a'\nimport {\n  B\n} from 'b'\n\nexport const x = {\n  y: 1\n}\n\nText\n",
      ['paragraph: Text'],
    ],
    [
      'fences of admonitions, but for their title',
      ':::tip Read *this*\nText\n:::\n',
      ['note: Read *this*', 'paragraph: Text'],
    ],
    ['titles in brackets', ':::note[Read this]\nText\n:::\n', ['note: Read this', 'paragraph: Text']],
    ['admonitions of MkDocs', '!!! warning "Care"\n    Text\n', ['note: Care', 'paragraph: Text']],
    ['tabs of MkDocs', '=== "Linux"\n\n    Text\n', ['heading: Linux', 'paragraph: Text']],
    ['monikers and zones', '::: moniker range=">= v2"\nText\n::: moniker-end\n', ['paragraph: Text']],
    ['includes', 'Text\n\n[!INCLUDE [x](includes/x.md)]\n', ['paragraph: Text']],
    ['words of the interface in labels', 'Press [!UICONTROL Save as].\n', ['paragraph: Press Save as .']],
    ['kinds of a note before its text', '> [!NOTE] Look here\n', ['note: Look here']],
    [
      'components, but for labels of tabs',
      '<Tabs>\n<TabItem value="l" label="Linux">\nText\n</TabItem>\n</Tabs>\n',
      ['heading: Linux', 'paragraph: Text'],
    ],
    ['comments in a line', 'One <!-- two --> three {/* four */}\n', ['paragraph: One three']],
    ['marks of footnotes', 'One[^1].\n\n[^1]: Two\n', ['paragraph: One.', 'paragraph: Two']],
    ['backslashes at the end of a line', 'One\\\ntwo\n', ['paragraph: One two']],
  ])('takes out %s', (_, text, blocks) => {
    expect(said(text)).toEqual(blocks)
  })

  it('shows no marks of footnotes in cells, reads them with the facts, and writes no such cell back', () => {
    const [table] = read(
      '| Port | Use |\n|---|---|\n| 8443[^1] | Gate [^web]. |\n\n[^1]: Two\n\n[^web]: Three\n',
    ).tables
    const cells = table?.rows[0]?.cells ?? []
    expect(cells.map(({target, spans}) => [target, spans])).toEqual([
      ['8443', []],
      ['Gate.', []],
    ])
    expect(cells[0]?.read?.target).toMatch(/^8443./u)
    const [other] = read('| Port | Use |\n|---|---|\n| 8443 | Names as `[^0-9]` |\n').tables
    expect(other?.rows[0]?.cells[1]?.target).toBe('Names as [^0-9]')
  })

  it('leaves code and what the reader has to fill in', () => {
    expect(said('Set `{{ a }}` to <PoolName>.\n\n```yaml\n{{ b }}\n:::\nimport x from "y"\n```\n')).toEqual([
      'paragraph: Set `{{ a }}` to \\<PoolName>.',
      'paragraph: ```yaml\n{{ b }}\n:::\nimport x from "y"\n```',
    ])
  })

  it('leaves tags of HTML in capitals to the reader of HTML', () => {
    expect(said('One <STRONG>two</STRONG> <Badge text="new" />\n')).toEqual(['paragraph: One **two**'])
  })

  it('takes it out of tables, whose cells keep their places, and says once what was left out', () => {
    const edition = read(
      '# Title\n\n| Port {#p} | Protocole |\n|---|---|\n| 443 {{< new >}} | TCP |\n\n{{< x >}}\n',
    )
    expect(edition.tables[0]?.rows[0]?.cells.map(({target, place}) => [target, place.column])).toEqual([
      ['443 …', 3],
      ['TCP', 21],
    ])
    expect(edition.diagnostics.map(({id, severity, message}) => `${severity} ${id} ${message}`)).toEqual([
      'warning unresolved-include Unexpected mark in a cell, whose text is not known: “{{< new >}}”',
      'info left-out-markup Markup of a documentation system is no text and was left out: short codes (1), attributes (1)',
    ])
  })

  it('ends quickly on text that opens markup again and again', () => {
    for (const piece of [
      '{{< ',
      '{% ',
      '{/* ',
      'a <!-- ',
      '<A x="',
      '` `` ',
      '[!include [',
      ':::',
      '{: ',
      '=== "',
    ])
      expect(withoutMarkup(piece.repeat(40_000), 0).text).toHaveLength(piece.length * 40_000)
  })
})

describe('src/ingest/html/html-document.ts', () => {
  const page = (article: string): string =>
    `<!DOCTYPE html>\n<html lang="fr-fr"><head><title>Ports | Site</title><meta name="ms.assetid" content="AB-1"><script>var x = '<table>'</script></head>\n<body><nav><p>Navigation</p></nav><main>${article}</main><footer>Fin</footer></body></html>\n`
  const article =
    '<h1>Ports</h1><p>Un <b>texte</b>.</p><ul><li>Un</li><li><p>Deux</p></li></ul><aside>Ad</aside>\n<table><tr><th>Protocole</th><th>Port</th></tr><tr><td>TCP</td><td>443</td></tr></table><pre>a = <span>1</span></pre>'

  it('reads the article of a saved page, and not what stands around it', () => {
    expect(said(page(article), 'page.html')).toEqual([
      'heading: Ports',
      'paragraph: Un **texte**.',
      'listItem: Un',
      'listItem: Deux',
      'table',
      expect.stringContaining('a ='),
    ])
  })

  it('takes language, asset id and title from the page, and places from the file', () => {
    const edition = read(page(article), 'page.html')
    expect(edition).toMatchObject({assetId: 'ab-1', info: {locale: 'fr-FR'}, title: {target: 'Ports'}})
    expect(edition.tables[0]?.rows[0]?.cells[1]).toMatchObject({target: '443', place: {line: 4}})
    expect(read(page('<p>Text</p>'), 'page.htm').title.target).toBe('Ports | Site')
  })
})
