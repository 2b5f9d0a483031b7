/** A workspace in which every place that takes a text holds payloads. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {payloads} from './payloads.ts'

const all = [...payloads.values()]
/** A payload in one line, as a cell of a pipe table holds it. */
const inCell = (text: string): string => text.replaceAll(/[\r\n]/g, ' ').replaceAll('|', '\\|')
/** In double quotes of YAML and JSON. */
const quoted = (text: string): string => JSON.stringify(text)

const pair = (id: string, target: string, source: string): string =>
  `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`

/** The payloads in so many documents: each in a title, a heading, a paragraph, a cell of each kind, a link and a picture. */
const DOCUMENTS = 4
const shareOf = (document: number): string[] => all.filter((_, at) => at % DOCUMENTS === document)

const words = {
  en: {port: 'Port', protocol: 'Protocol', source: 'Source', destination: 'Destination', notes: 'Notes'},
  fr: {port: 'Port', protocol: 'Protocole', source: 'Source', destination: 'Destination', notes: 'Remarques'},
}

function pipeDocument(locale: 'en' | 'fr', document: number): string {
  const own = shareOf(document)
  const {port, protocol, source, destination, notes} = words[locale]
  return [
    `---\ntitle: ${quoted(`Gate ${document} ${own[0]}`)}\ndescription: ${quoted(own.join(' '))}\n---`,
    `# Gate ${document} ${inCell(own[1] ?? '')}`,
    ...own.map(
      (payload, at) =>
        `\n## ${at} ${inCell(payload)}\n\n${payload}\n\n![${inCell(payload)}](${encodeURIComponent(payload)}.png "${inCell(payload)}") [${at}](${payload.replaceAll(/[\s()]/g, '')})\n`,
    ),
    `\n|${port}|${protocol}|${source}|${destination}|${notes}|\n|--|--|--|--|--|`,
    ...own.map(
      (payload, at) =>
        `|${8440 + (at % 3)}|${at % 2 ? 'TCP' : 'UDP'}|Gate ${inCell(payload)}|Store ${inCell(payload)}|${inCell(payload)}|`,
    ),
    '',
  ].join('\n')
}

function spanDocument(document: number): string {
  const own = shareOf(document)
  const rows = own.map((payload, at) => {
    const cells = [
      String(9440 + (at % 3)),
      at % 2 ? 'TCP' : 'UDP',
      `Gate ${payload}`,
      `Store ${payload}`,
      payload,
    ]
    return `<tr>${cells.map((cell, column) => `<td>${pair(`${at}-${column}"${payload}`, cell, column === 4 ? `Note ${cell}` : cell)}</td>`).join('')}</tr>`
  })
  const head = Object.values(words.en).map((text, at) => `<th>${pair(`h${at}`, text, text)}</th>`)
  return `---\ntitle: ${quoted(own[2] ?? '')}\nms:assetid: ${quoted(own[3] ?? '')}\nms.translationtype: MT\nms.contentlocale: fr-FR\nms.date: 01/02/2020\n---\n# ${pair('t', own[4] ?? '', `Tower ${document}`)}\n\n<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`
}

const words60 = (text: string): string => text.slice(0, 60)

/** Writes it; the folder is what `--content` names. */
export function writeHostileWorkspace(folder: string): void {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  for (let document = 0; document < DOCUMENTS; document++) {
    put(`sources/en/gate-${document}.md`, pipeDocument('en', document))
    put(`sources/fr/gate-${document}.md`, pipeDocument('fr', document))
    put(`sources/fr-FR/"><img src=x onerror=hit('name-${document}')>.md`, spanDocument(document))
  }
  put(`sources/fr/'"--><svg onload=hit('folder')>/[x](javascript:hit('name')).md`, pipeDocument('fr', 1))
  put(
    'sources/<b onclick=hit(1)>/x.md',
    `---\nms.contentlocale: "\\"><img src=x onerror=hit('locale')>"\n---\n${pipeDocument('en', 2)}`,
  )
  put(
    'termbase/fr-FR.json',
    JSON.stringify({
      locale: 'fr-FR',
      entries: all.map((payload, at) => ({
        source: `note ${at}`,
        approved: payload,
        accepted: [payload],
        forbidden: [],
        note: payload,
      })),
    }),
  )
  put(
    'decisions/fr-FR.json',
    JSON.stringify({
      locale: 'fr-FR',
      entries: shareOf(0).map((payload) => ({
        source: `Note ${payload}`.replaceAll(/\s+/g, ' '),
        text: payload,
        reason: payload,
        date: '2026-01-01',
      })),
    }),
  )
  put(
    'vocabulary/gate.json',
    JSON.stringify({
      about: all.join(' '),
      endpoints: [
        {
          id: 'gate',
          zone: 'internal',
          patterns: ['gate'],
          names: {en: all[0], fr: all[20], 'fr-FR': payloads.get('attribute-double')},
        },
      ],
      products: {kept: [payloads.get('script')]},
    }),
  )
  put(
    'portolan.config.json',
    JSON.stringify({
      title: words60(payloads.get('attribute-double') ?? ''),
      address: 'https://ports.example/x/',
      logo: 'logo.svg',
      footer: {
        text: {en: all.join(' '), fr: `${payloads.get('bidi')} ${'W'.repeat(500)}`},
        links: [
          {
            text: {en: payloads.get('script-end') ?? ''},
            href: `https://a.example/"><img src=x onerror=hit('footer')>`,
          },
        ],
      },
      repository: {
        url: `https://git.example/"><img src=x onerror=hit('repository')>`,
        edit: `https://git.example/"><img src=x onerror=hit('edit')>/{path}`,
      },
      report: `mailto:a@b.example?subject="><img src=x onerror=hit('report')>&body={body}`,
      topics: [{group: {en: payloads.get('mutation-textarea') ?? ''}, topics: ['gate-0']}],
    }),
  )
  put(
    'logo.svg',
    `<svg xmlns="http://www.w3.org/2000/svg" onload="hit('logo')"><script>hit('logo')</script><image href="https://evil.example/a.png"/></svg>`,
  )
  put('guide/en/start.md', `---\ntitle: ${quoted(all[5] ?? '')}\norder: 1\n---\n\nText.\n`)
}
