/** Serves a built site on this machine, with the headers that the site brings for its hosts. */

import {once} from 'node:events'
import {existsSync, readFileSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import {join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import send from '@fastify/send'
import getPort from 'get-port'
import {isSystemError} from '../../disk/system-error.ts'
import {UsageError} from '../../disk/usage-error.ts'
import {MAX_PORT} from '../../model/max-port.ts'
import {printable} from '../../text/printable.ts'
import {plainRange} from './byte-range.ts'
import {checkRequest, isRefusal, namesToHosts, refuse, type Wanted} from './check-request.ts'
import {type HeaderRule, headersOf, parseHeaderRules} from './header-rules.ts'
import {addressOf, nameOf} from './host-names.ts'
import {findEntry, type SiteEntry} from './site-files-fs.ts'

/** A running server; `url` ends in `/`, `moved` tells that the wanted port was taken. */
export interface SiteServer {
  url: string
  moved: boolean
  server: Server
  /** Ends it with all its connections, so that nothing keeps the process. */
  close: () => void
}

interface Site {
  folder: string
  rules: readonly HeaderRule[]
  /** Path in front of the site's own, with `/` at both ends. */
  prefix: string
}

/** How many ports after the wanted one are tried. */
const TRIES = 50

/**
 * Serves `folder` under `base` on the wanted port, or on the next free one.
 *
 * @param names by which the site may be asked for beside this machine's own; an address among them is listened on
 * @throws UsageError when the machine has no such address, or the site's `_headers` can't be read
 */
export const serveSite = async (
  folder: string,
  wanted: number,
  base = '/',
  names: readonly string[] = [],
): Promise<SiteServer> => {
  const site: Site = {folder, rules: readHeaderRules(folder), prefix: base.endsWith('/') ? base : `${base}/`}
  const hosts = namesToHosts(names)
  const server = createServer((request, response) => {
    const result = checkRequest(request, hosts)
    if (isRefusal(result)) refuse(response, result)
    else answer(site, result, request, response).catch((error: unknown) => giveUp(response, error))
  })
  const tries = Array.from({length: TRIES + 1}, (_, more) => wanted + more).filter((port) => port <= MAX_PORT)
  // All addresses are tried, not this one alone: another program on [::1] would be what “localhost” opens.
  const port = await getPort({port: tries})
  const address = addressOf(names)
  await listen(server, port, address)
  const close = (): void => {
    server.close()
    server.closeAllConnections()
  }
  return {url: `http://${nameOf(address)}:${port}${site.prefix}`, moved: port !== wanted, server, close}
}

const readHeaderRules = (folder: string): HeaderRule[] => {
  const file = join(folder, '_headers')
  return existsSync(file) ? parseHeaderRules(readFileSync(file, 'utf8'), file) : []
}

const listen = async (server: Server, port: number, address: string): Promise<void> => {
  server.listen(port, address)
  try {
    await once(server, 'listening')
  } catch (error) {
    if (!isSystemError(error)) throw error
    throw new UsageError(
      `can’t listen on ${address}, port ${port}: ${error.code}`,
      'choose another --port, or a --host that this machine has',
    )
  }
}

const answer = async (
  site: Site,
  wanted: Wanted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const {folder, prefix} = site
  if (!wanted.path.startsWith(prefix)) {
    response.writeHead(302, {location: prefix}).end()
    return
  }
  const asked = wanted.path.slice(prefix.length)
  for (const [name, value] of headersOf(site.rules, `/${asked}`)) response.setHeader(name, value)
  const entry = await findEntry(folder, asked)
  const isFolder = asked === '' || asked.endsWith('/')
  if (entry?.kind === 'folder' && !isFolder) {
    // Never by the path as it was asked: `//elsewhere` would lead to another site.
    const below = entry.path === '' ? '' : `${encodePath(entry.path)}/`
    const location = `${prefix}${below}${wanted.query}`
    response.writeHead(302, {location}).end()
    return
  }
  const file = entry?.kind === 'folder' ? await findEntry(folder, `${entry.path}/index.html`) : entry
  if (file?.kind === 'file' && isFolder === (entry?.kind === 'folder'))
    await sendFile(folder, file, request, response)
  else await sendMissing(folder, asked, response)
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

const sendFile = async (
  folder: string,
  file: SiteEntry & {kind: 'file'},
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const {range, 'if-range': ifRange} = request.headers
  // What RFC 9110 lets a server ignore is ignored: ranges of other methods, and those on a condition.
  const plain =
    request.method === 'GET' && ifRange === undefined ? plainRange(range ?? '', file.size) : undefined
  if (plain === undefined) delete request.headers.range
  else request.headers.range = plain
  const result = await send(request, encodePath(file.path), {root: folder, cacheControl: false, index: false})
  if (result.type !== 'file') {
    const contentRange = result.headers['Content-Range']
    const headers = contentRange === undefined ? {} : {'content-range': contentRange}
    refuse(response, {status: result.statusCode, text: 'see RFC 9110', headers})
    return
  }
  for (const [name, value] of Object.entries(result.headers))
    if (!response.hasHeader(name)) response.setHeader(name, value)
  // Asked again each time, as docs/hosting.md has it.
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'no-cache')
  response.writeHead(result.statusCode)
  await pipeline(result.stream, response)
}

/** The site's own page, in the language of the address where there is one. */
const sendMissing = async (folder: string, asked: string, response: ServerResponse): Promise<void> => {
  const [language = ''] = asked.split('/').filter((part) => part !== '')
  const [page] = (
    await Promise.all([`${language}/404.html`, '404.html'].map((path) => findEntry(folder, path)))
  ).filter((entry) => entry?.kind === 'file')
  if (page === undefined) {
    refuse(response, {status: 404, text: 'no such page'})
    return
  }
  const html = await readFile(join(folder, page.path))
  response.setHeader('cache-control', 'no-cache')
  response
    .writeHead(404, {'content-type': 'text/html; charset=utf-8', 'content-length': html.length})
    .end(html)
}

const readerLeft = new Set<unknown>([
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_STREAM_UNABLE_TO_PIPE',
  'ECONNRESET',
  'EPIPE',
])

/** One request that fails leaves the others alone; a reader who left is no failure. */
const giveUp = (response: ServerResponse, error: unknown): void => {
  if (error instanceof Error && 'code' in error && readerLeft.has(error.code)) return
  process.stderr.write(`portolan: ${printable(error instanceof Error ? error.message : String(error))}\n`)
  if (response.headersSent) response.destroy()
  else refuse(response, {status: 500, text: 'this page could not be read'})
}
