import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, describe, expect, test} from 'vitest'
import {buildKnowledgeBase} from '../../src/align/build-knowledge-base.ts'
import {readFiles} from '../../src/app/ingest/read-file-fs.ts'
import {listSources} from '../../src/ingest/sources-fs.ts'
import type {KnowledgeBase, StoredDiagnostic} from '../../src/model/schema.ts'

const HEAD = '| Source | Destination | Protocol | Port |\n| --- | --- | --- | --- |\n'

const folders: string[] = []

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-includes-'))
  folders.push(folder)
  return folder
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true})
})

/** Files below a folder of their own, and the dataset of the folder `docs` or of the one that is named. */
function read(files: Record<string, string>, folder = '.'): {kb: KnowledgeBase; told: StoredDiagnostic[]} {
  const root = temporaryFolder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), {recursive: true})
    writeFileSync(join(root, path), text)
  }
  const kb = buildKnowledgeBase(readFiles(listSources([join(root, folder)])).editions)
  return {kb, told: kb.diagnostics.filter(({id}) => id === 'unresolved-include')}
}

const cellsOf = ({units}: KnowledgeBase, row = 1): string[] =>
  units.filter((unit) => unit.row === row).map(({target}) => target)

const rulesOf = ({topics}: KnowledgeBase): number =>
  topics.flatMap(({tables}) => tables.flatMap(({rows}) => rows.flatMap(({rules}) => rules))).length

describe('ingest/includes', () => {
  test('a piece of text in a cell stands where the cell includes it, whatever file it is kept in', () => {
    const {kb, told} = read({
      'en/ports.md': `# Ports\n\n${HEAD}| Any | [!INCLUDE [name](../includes/name.md)] Sensor | TCP | 8443 |\n`,
      'includes/name.md': '---\nms.topic: include\n---\nVesper\n',
    })
    expect(cellsOf(kb)).toEqual(['Any', 'Vesper Sensor', 'TCP', '8443'])
    expect(kb.units.find(({target}) => target === 'Vesper Sensor')?.place).toEqual({
      path: 'includes/name.md',
      line: 4,
      column: 1,
    })
    expect(told).toEqual([])
  })

  test.each([
    ['DocFX', '[!INCLUDE [ports](~/shared/ports.md)]', 'shared/ports.md'],
    ['Hugo', '{{< include "ports.md" >}}', 'en/includes/ports.md'],
    ['Hugo with a file', '{{% readfile file="ports.md" %}}', 'includes/ports.md'],
    ['snippets of MkDocs', '--8<-- "parts/ports.md"', 'parts/ports.md'],
    ['Liquid', '{% include ports.md %}', '_includes/ports.md'],
    ['Markdown-Include', '{!ports.md!}', 'en/ports.md'],
    ['MDX', "import Table from './_ports.mdx'\n\n<Table />", 'en/_ports.mdx'],
    ['Docusaurus', 'import Ports from "@site/parts/_ports.mdx";\n\n<Ports />', 'parts/_ports.mdx'],
  ])(
    'a table that a page of %s includes is a table of the page, with places in its own file',
    (_, mark, file) => {
      const {kb, told} = read({
        'en/gateway.md': `# Gateway\n\n${mark}\n`,
        [file]: `${HEAD}| Any | Gateway | TCP | 8443 |\n`,
      })
      expect(told).toEqual([])
      expect(kb.topics.map(({id}) => id)).toEqual(['gateway'])
      expect(kb.units.filter(({row}) => row === 1).map(({place}) => [place.path, place.line])).toEqual(
        Array.from({length: 4}, () => [file, 3]),
      )
      expect(kb.units.every(({edition}) => edition === 'en/gateway.md')).toBe(true)
    },
  )

  test('a cell of which a part is missing gives no fact, is shown with dots, and is told once', () => {
    const {kb, told} = read({
      'en/ports.md': `# Ports\n\n${HEAD}| Any | [!INCLUDE [x](gone.md)]-Sensor | TCP | 8443 |\n| Any | [!INCLUDE [x](gone.md)]-Center | TCP | 443 |\n| Any | Center | TCP | 444 |\n`,
    })
    expect(cellsOf(kb)[1]).toBe('…-Sensor')
    expect(rulesOf(kb)).toBe(1)
    expect(kb.ledger.entries.filter(({reason}) => reason === 'unreadable').map(({row}) => row)).toEqual([
      1, 2,
    ])
    expect(told.map(({message}) => message)).toEqual(['Expected a file to include, found none: “gone.md”'])
  })

  test('a note of which a part is missing may limit or forbid, so that its row gives no rule', () => {
    const {kb} = read({
      'en/ports.md': `# Ports\n\n| Protocol | Port | Notes |\n| --- | --- | --- |\n| TCP | 8443 | for [!INCLUDE [x](gone.md)] |\n`,
    })
    expect(rulesOf(kb)).toBe(0)
  })

  test('a part that an included file misses counts as missing in the cell that includes it', () => {
    const {kb} = read({
      'en/ports.md': `# Ports\n\n${HEAD}| Any | [!INCLUDE [x](name.md)] | TCP | 8443 |\n| Any | Center | TCP | 444 |\n`,
      'en/name.md': 'Vesper [!INCLUDE [x](gone.md)]\n',
    })
    expect(rulesOf(kb)).toBe(1)
  })

  test('a page with a title of its own is a page, also one about other things that others include', () => {
    const {kb} = read({
      'en/ports.md': `# Ports\n\n${HEAD}| Any | Center | TCP | 444 |\n\n[!INCLUDE [x](care.md)]\n`,
      'en/care.md': '---\ntitle: Care\n---\n\nWater the plants.\n',
    })
    expect(kb.diagnostics.filter(({id}) => id === 'included-document')).toEqual([])
  })

  test('nothing is read from outside of the workspace, by path or by link', () => {
    const files = {
      'secret/key.md': 'Hidden',
      'docs/en/ports.md': `# Ports\n\n${HEAD}| Any | [!INCLUDE [x](../../secret/key.md)] A | TCP | 8443 |\n| Any | [!INCLUDE [x](/etc/hostname)] B | TCP | 8444 |\n`,
    }
    const {kb, told} = read(files, 'docs')
    expect(kb.units.some(({target}) => target.includes('Hidden'))).toBe(false)
    expect(told.map(({message}) => message)).toEqual([
      'Expected a file of the workspace to include, found one outside of it: “../../secret/key.md”',
      'Expected a file to include, found none: “/etc/hostname”',
    ])
    const root = temporaryFolder()
    mkdirSync(join(root, 'docs/en'), {recursive: true})
    writeFileSync(join(root, 'key.md'), 'Hidden')
    symlinkSync(join(root, 'key.md'), join(root, 'docs/en/link.md'))
    writeFileSync(
      join(root, 'docs/en/ports.md'),
      `# Ports\n\n${HEAD}| Any | [!INCLUDE [x](link.md)] A | TCP | 8443 |\n`,
    )
    const linked = buildKnowledgeBase(readFiles(listSources([join(root, 'docs')])).editions)
    expect(linked.units.some(({target}) => target.includes('Hidden'))).toBe(false)
  })

  test('a circle and a chain without end are told, and the page goes on', () => {
    const {kb, told} = read({
      'en/a.md': `# Ports\n\n[!INCLUDE [b](b.md)]\n\n${HEAD}| Any | B | TCP | 8443 |\n`,
      'en/b.md': 'Text\n\n[!INCLUDE [a](a.md)]\n',
    })
    expect(told.map(({message, place}) => [message, place.path, place.line])).toEqual([
      ['Unexpected include of a file that includes this one: “a.md”', 'en/b.md', 3],
    ])
    expect(rulesOf(kb)).toBe(1)
    const chain = Object.fromEntries(
      Array.from({length: 20}, (_, index) => [`en/p${index}.md`, `[!INCLUDE [x](p${index + 1}.md)]\n`]),
    )
    const long = read({
      ...chain,
      'en/a.md': `# Ports\n\n[!INCLUDE [x](p0.md)]\n\n${HEAD}| Any | B | TCP | 443 |\n`,
    })
    expect(long.told).not.toEqual([])
    expect(rulesOf(long.kb)).toBe(1)
  })

  test('a table does not fit into a cell', () => {
    const {kb, told} = read({
      'en/a.md': `# Ports\n\n${HEAD}| Any | [!INCLUDE [x](../parts/t.md)] | TCP | 8443 |\n`,
      'parts/t.md': `${HEAD}| Any | B | TCP | 1 |\n`,
    })
    expect(told).toHaveLength(1)
    expect(rulesOf(kb)).toBeLessThanOrEqual(1)
  })

  test('marks in code are text', () => {
    const {told} = read({
      'en/a.md': `# Ports\n\n\`\`\`\n[!INCLUDE [x](gone.md)]\n\`\`\`\n\n${HEAD}| Any | B | TCP | 443 |\n`,
    })
    expect(told).toEqual([])
  })

  test('cells behind an include can be written back where they stand', () => {
    const root = temporaryFolder()
    const text = `# Ports\n\n[!INCLUDE [x](../intro.md)]\n\n${HEAD}| Any | Relay | TCP | 8443 |\n`
    mkdirSync(join(root, 'en'))
    writeFileSync(join(root, 'intro.md'), 'A long introduction\n\nof two paragraphs\n')
    writeFileSync(join(root, 'en/a.md'), text)
    const [edition] = readFiles(listSources([root])).editions.filter(({info}) => info.path === 'en/a.md')
    const [span] = edition?.tables[0]?.rows[0]?.cells[1]?.spans ?? []
    expect(text.slice(...(span ?? [0, 0]))).toBe('Relay')
  })
})

describe('marks in cells', () => {
  const page = (cell: string, before = '') =>
    read({
      'en/ports.md': `# Ports\n\n${before}${HEAD}| Any ${cell} | Kiosk | TCP | 8443 |\n`,
      'en/who.md': 'Kiosk\n',
    })

  test.each([
    ['{{< audience >}}'],
    ['{{ page.audience }}'],
    ['{{#include gone.md}}'],
    ['<!--#include file="gone.md" -->'],
    ['<!-- @include: ./gone.md -->'],
    ['--8<-- "gone.md"'],
    ['<Audience/>'],
    ['{audience}'],
    ['{page.audience}'],
    ["{t('audience')}"],
    [`\${audience}`],
    ['#{audience}'],
    ['%AUDIENCE%'],
    ['@audience@'],
    ['[%audience%]'],
    ['{% audience %}'],
    ['<%= audience %>'],
    ['&audience;'],
    ['<?audience?>'],
    ['<audience>'],
    ['<the-audience to="1"></the-audience>'],
    ['<xi:include href="gone.xml"/>'],
    ['<div data-include="gone.html"></div>'],
    ['<object data="gone.html">no objects here</object>'],
    ['<iframe src="gone.html"></iframe>'],
    ['<template>guests</template>'],
    ['@include(gone.md)'],
    ['[[!INCLUDE gone.md]]'],
    ['![[gone]]'],
    ['include::gone.adoc[]'],
    ['(except{audience})'],
  ])('%s, whose text is not known, makes the row unreadable, and is said at its place', (mark) => {
    const {kb, told} = page(mark)
    expect(rulesOf(kb)).toBe(0)
    expect(told.map(({place}) => place.line)).toEqual([5])
  })

  test.each([
    ['{{< br >}}'],
    ['[guide]({{< ref "guide" >}})'],
    ['{{< term text="kiosk" >}}'],
    ['`{audience}`'],
    ['<code>{audience}</code>'],
    ['\\{audience}'],
    [`https://{tenant}.example.com/{id}?key=\${key}`],
    [', login.{tenant}'],
    ['%ProgramFiles%\\Kiosk'],
    ['{host}:{port}'],
    ['<server>.example.com'],
    ['{1, 2}'],
    ['{one of both}'],
    ['{#anchor}'],
    ['{% set x = 1 %}'],
    ['{% note %}kiosk{% endnote %}'],
    ['<x-note>kiosk</x-note>'],
    ['<kbd>F1</kbd> <abbr>x</abbr>'],
    ['<svg><path d="M0 0"></path></svg>'],
    ['<https://example.com> <mailto:a@example.com>'],
    ['R&D; a&nbsp;b &copy;'],
    ['a@example.com (x)'],
  ])('%s leaves the row readable', (mark) => {
    const {kb, told} = page(mark)
    expect(told).toEqual([])
    expect(rulesOf(kb)).toBe(1)
  })

  test('in MDX all that stands between braces is code, unless it says a text or nothing', () => {
    const mdx = (cell: string): number =>
      rulesOf(read({'en/ports.mdx': `# Ports\n\n${HEAD}| Any ${cell} | Kiosk | TCP | 8443 |\n`}).kb)
    expect(mdx('{audience}')).toBe(0)
    expect(mdx('https://{audience}/')).toBe(0)
    expect(mdx('{isOpen && "not"}')).toBe(0)
    expect(mdx('{/* kiosk */}')).toBe(1)
    expect(mdx('{" "}')).toBe(1)
  })

  test('a page of HTML is looked through as well, in its cells', () => {
    const html = (cell: string, after = '') =>
      read({
        'en/ports.html': `<html lang="en"><body><h1>Ports</h1><table><tr><th>Source</th><th>Destination</th><th>Protocol</th><th>Port</th></tr><tr><td>Any ${cell}</td><td>Kiosk</td><td>TCP</td><td>8443</td></tr></table>${after}</body></html>`,
      })
    for (const mark of ['<x-note ref="n1"></x-note>', '<iframe src="n.html"></iframe>', '{{ audience }}']) {
      const {kb, told} = html(mark)
      expect(rulesOf(kb)).toBe(0)
      expect(told).toHaveLength(1)
    }
    const {kb, told} = html('<code>{x}</code>', '<p>{{ foot }} | <x-foot></x-foot></p>')
    expect(rulesOf(kb)).toBe(1)
    expect(told).toEqual([])
  })

  test('a header of which a part is missing may limit all its column', () => {
    const text = `# Ports\n\n${HEAD.replace('Source', 'Source {who}')}| Any | Kiosk | TCP | 8443 |\n`
    expect(rulesOf(read({'en/ports.md': text}).kb)).toBe(0)
  })

  test('tables of other things keep what readers fill in, and nothing is said of them', () => {
    const {kb, told} = read({
      'en/ports.md': `# Ports\n\n| Setting | Value |\n| --- | --- |\n| name | {user} |\n\n${HEAD}| Any | Kiosk | TCP | 8443 |\n| Any {who} | Kiosk | TCP | 8444 |\n`,
    })
    expect(kb.units.some(({target}) => target === '{user}')).toBe(true)
    expect(told.map(({place}) => place.line)).toEqual([10])
    expect(rulesOf(kb)).toBe(1)
  })

  test('a value that the page imports or exports is a text that is not known', () => {
    expect(rulesOf(page('except {who}', "export const who = 'guests'\n\n").kb)).toBe(0)
  })

  test('a snippet is read in a cell as well', () => {
    expect(
      cellsOf(
        read({
          'en/ports.md': `# Ports\n\n${HEAD}| --8<-- "who.md" | Kiosk | TCP | 8443 |\n`,
          'en/who.md': 'Till\n',
        }).kb,
      )[0],
    ).toBe('Till')
  })
})
