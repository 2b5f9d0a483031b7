import {execFileSync} from 'node:child_process'
import {globSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, relative} from 'node:path'
import type {Nodes} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {decode} from '../../src/ingest/decode.ts'
import {ingest} from '../../src/ingest/ingest.ts'
import type {Edition} from '../../src/model/edition.ts'
import {describeShared, sharedDir} from '../support/shared.ts'

/** Tables with “port” in the header, by page, as a person read them: y is a port table, n a decoy. */
const decided: Record<string, string> = {
  'Skype/SfbHybrid/hybrid/decommission-manage-dns-entries.md': 'n',
  'Skype/SfbServer/manage/network-management/qos/configuring-port-ranges-for-your-edge-servers.md': 'y',
  'Skype/SfbServer/manage/network-management/qos/configuring-port-ranges-for-your-skype-clients.md': 'yy',
  'Skype/SfbServer/manage/video-based-screen-sharing.md': 'yyn',
  'Skype/SfbServer/plan-your-deployment/clients-and-devices/minimum-network-requirements.md': 'y',
  'Skype/SfbServer/plan-your-deployment/conferencing/hardware-and-software-requirements.md': 'yy',
  'Skype/SfbServer/plan-your-deployment/edge-server-deployments/edge-environmental-requirements.md':
    'nnnnyyyyyy',
  'Skype/SfbServer/plan-your-deployment/edge-server-deployments/system-requirements.md': 'y',
  'Skype/SfbServer/plan-your-deployment/network-requirements/load-balancing.md': 'yy',
  'Skype/SfbServer/plan-your-deployment/network-requirements/network-requirements.md': 'y',
  'Skype/SfbServer/plan-your-deployment/network-requirements/ports-and-protocols.md': 'yyyyy',
  'Skype/SfbServer/skype-for-business-hybrid-solutions/plan-your-phone-system-cloud-pbx-solution/plan-skype-for-business-cloud-connector-edition.md':
    'yyyy',
  'Teams/QoS-in-Teams-clients.md': 'y',
  'Teams/QoS-in-Teams.md': 'y',
  'Teams/direct-routing-plan-media-bypass.md': 'yyyy',
  'Teams/direct-routing-plan.md': 'yy',
  'Teams/manage-phone-numbers-for-your-organization/contact-pstn-service-desk.md': 'n',
  'Teams/meeting-settings-in-teams.md': 'y',
  'Teams/prepare-network.md': 'n',
  'Teams/rooms/rooms-deploy.md': 'n',
}

/** A row of a table that the Markdown parser finds in the whole document, and rows of HTML tables by their tags. */
function countRows(text: string): number {
  const head = /^\ufeff?---\r?\n[\s\S]*?\n---/.exec(text)?.[0] ?? ''
  const body = head.replace(/[^\n]/g, ' ') + text.slice(head.length)
  let rows = 0
  const visit = (node: Nodes): void => {
    if (node.type === 'tableRow') rows++
    else if (node.type === 'html') rows += (node.value.match(/<tr[\s>]/gi) ?? []).length
    else if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(fromMarkdown(body, {extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()]}))
  return rows
}

const rowsOf = ({tables}: Edition) =>
  tables.reduce((sum, {header, rows}) => sum + rows.length + (header ? 1 : 0), 0)

describeShared('src/ingest on 2,835 pages of one locale', () => {
  let folder = ''
  const pages = new Map<string, {text: string; edition: Edition}>()

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-bulk-'))
    execFileSync('tar', ['-xJf', join(sharedDir, 'bulk/bulk-zh-TW.tar.xz'), '-C', folder])
    const root = join(folder, 'zh-TW')
    for (const file of globSync(`${root}/**/*.md`).sort()) {
      const path = relative(root, file)
      const {text} = decode(readFileSync(file), path)
      pages.set(path, {text, edition: ingest(text, `zh-TW/${path}`, {whole: true})})
    }
  }, 900_000)

  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  it('reads every page and places it in its locale', () => {
    expect(pages.size).toBe(2835)
    expect(new Set([...pages.values()].map(({edition}) => edition.info.locale))).toEqual(new Set(['zh-TW']))
  })

  it('finds each port table, rejects each decoy, and finds none that a person did not', () => {
    const found: Record<string, string> = {}
    for (const [path, {edition}] of pages) {
      for (const {portTable, header} of edition.tables) {
        const named = header?.cells.some(
          ({source, target}) => /\bports?\b/i.test(source ?? '') || target.includes('埠'),
        )
        if (portTable || named) found[path] = (found[path] ?? '') + (portTable ? 'y' : 'n')
      }
    }
    expect(found).toEqual(decided)
  })

  it('says why of each of them', () => {
    for (const {edition} of pages.values()) {
      for (const {evidence} of edition.tables) expect(evidence.join('')).not.toBe('')
    }
  })

  it('reads as many rows as a parser of the whole page, on a tenth of the pages and all with port tables', () => {
    const sample = [...pages].filter(([path], index) => path in decided || index % 10 === 0)
    const different = sample.filter(([, {text, edition}]) => rowsOf(edition) !== countRows(text))
    expect(different.map(([path]) => path)).toEqual([])
  }, 900_000)
})
