/** A small bilingual page with two planted errors, as text and as a file in a folder of its own. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll} from 'vitest'
import {front, htmlTable, pair} from '../ingest/documents.ts'

const rows: [id: string, target: string, source: string][][] = [
  [
    ['h1', '角色/通訊協定/TCP 或 UDP/連接埠', 'Role/Protocol/TCP or UDP/Port'],
    ['h2', '來源', 'Source'],
    ['h3', '目的地', 'Destination'],
  ],
  [
    ['a1', 'A/V/STUN/TCP/3478', 'A/V/STUN/UDP/3478'],
    ['a2', '每', 'Any'],
    ['a3', 'A/V Edge 服務', 'A/V Edge service'],
  ],
  [
    ['b1', '存取/SIP(TLS)/TCP/443', 'Access/SIP(TLS)/TCP/443'],
    ['b2', '任何', 'Any'],
    ['b3', 'A/V Edge 服務', 'A/V Edge service'],
  ],
]

const body = htmlTable(rows.map((cells) => cells.map(([id, target, source]) => pair(id, target, source))))

/** The page: UDP became TCP, and Any became each. */
export const faultyDocument = `${front}\n# ${pair('t', '連接埠', 'Ports')}\n\n${body}\n`

/** The page as it should be. */
export const rightDocument = faultyDocument
  .replace('STUN/TCP/3478<', 'STUN/UDP/3478<')
  .replace('>每<', '>任何<')

/** A new folder, gone after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-test-'))
  afterAll(() => rmSync(folder, {recursive: true, force: true}))
  return folder
}

/** Writes files into a folder and gives their paths by name. */
export function writeFiles<T extends string>(
  folder: string,
  files: Record<T, string | Uint8Array>,
): Record<T, string> {
  const paths: Record<string, string> = {}
  for (const [name, data] of Object.entries<string | Uint8Array>(files)) {
    paths[name] = join(folder, name)
    writeFileSync(join(folder, name), data)
  }
  return paths
}
