/** What a request must be before a server of this machine answers it: for a name of this machine, GET or HEAD, and for a path. */
import type {IncomingMessage, ServerResponse} from 'node:http'
import {isIPv6} from 'node:net'

/** What is asked for: the path, decoded, and the query, which begins with `?` or is empty. */
export interface Wanted {
  path: string
  query: string
}

/** The answer to a request that is not served. */
export interface Refusal {
  status: number
  text: string
  headers?: Record<string, string>
}

export type Request = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>

/** Names by which only this machine is asked: a page elsewhere whose name is made to lead here (DNS rebinding) sends its own. */
const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** As they stand in a `Host` header: `::1` has brackets there. */
export const namesToHosts = (names: readonly string[]): Set<string> =>
  new Set([...loopbackNames, ...names.map((name) => (isIPv6(name) ? `[${name}]` : name).toLowerCase())])

/** Name and port (RFC 9110, 7.2); any port is right, since tunnels and containers have ports of their own. */
const authorityRE = /^(\[[\da-f:.]+\]|[^:@[\]\s]+)(?::\d*)?$/i

/** The form that proxies are sent (RFC 9112, 3.2.2); its authority counts like the header's. */
const absoluteFormRE = /^https?:\/\/([^/?#]*)(.*)$/is

/** What is wanted, or why it is refused. `hosts` comes from `namesToHosts`. */
export const checkRequest = (request: Request, hosts: ReadonlySet<string>): Wanted | Refusal => {
  const [, authority, rest] = absoluteFormRE.exec(request.url ?? '') ?? []
  const asked = valuesOf(request.rawHeaders, 'host')
  if (asked.length !== 1) return {status: 400, text: 'expected one Host header'}
  if (![...asked, ...(authority === undefined ? [] : [authority])].every((name) => isOf(name, hosts)))
    return {
      status: 421,
      text: `this server answers for ${[...hosts].join(', ')}; start it with --host NAME for another name`,
    }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return {status: 405, text: 'expected GET or HEAD', headers: {allow: 'GET, HEAD'}}
  return wantedOf(rest === undefined ? (request.url ?? '') : rest.replace(/^(?!\/)/, '/'))
}

export const isRefusal = (result: Wanted | Refusal): result is Refusal => 'status' in result

/**
 * Whether no part of the path below the folder that it begins with has a dot in front; packages may have such parts.
 *
 * @param folders paths with `/` at both ends, of which the longest that fits counts
 */
export const hidesNothing = (path: string, folders: readonly string[]): boolean => {
  const folder = folders
    .filter((each) => path.startsWith(each))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), '')
  const parts = path.slice(folder.length).split(/[/\\]/)
  const packages = parts.indexOf('node_modules')
  return !parts.slice(0, packages === -1 ? undefined : packages).some((part) => part.startsWith('.'))
}

/** The connection is closed after it: what a refused request may still send is of no use. */
export const refuse = (response: ServerResponse, {status, text, headers = {}}: Refusal): void => {
  const body = Buffer.from(`${status}: ${text}\n`)
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': body.length,
      connection: 'close',
      ...headers,
    })
    .end(body)
}

const isOf = (authority: string, hosts: ReadonlySet<string>): boolean =>
  hosts.has(authorityRE.exec(authority)?.[1]?.toLowerCase() ?? '')

const valuesOf = (rawHeaders: readonly string[], name: string): string[] =>
  rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name)

const wantedOf = (target: string): Wanted | Refusal => {
  const [, encoded = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(target) ?? []
  const path = decode(encoded)
  if (path === undefined || !path.startsWith('/') || path.includes('\0'))
    return {status: 400, text: 'expected a path'}
  return {path, query}
}

const decode = (path: string): string | undefined => {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
