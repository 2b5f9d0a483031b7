/** Serves a folder as a web host does: gzip, and addresses of folders. */
import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer} from 'node:http'
import {extname, join, normalize} from 'node:path'
import {gzipSync} from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.pagefind': 'application/octet-stream',
}

export interface Served {
  /** Ends in `/`. */
  url: string
  close: () => void
}

/** @param base path below which the folder is served, starts and ends with `/` */
export const serveCompressed = (folder: string, base = '/'): Promise<Served> => {
  const cache = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    let path = join(folder, normalize(decodeURIComponent(pathname.slice(base.length - 1))))
    if (pathname.startsWith(base) && existsSync(path) && statSync(path).isDirectory())
      path = join(path, 'index.html')
    if (!pathname.startsWith(base) || !existsSync(path)) {
      response.writeHead(404).end()
      return
    }
    let body = cache.get(path)
    if (body === undefined) {
      body = gzipSync(readFileSync(path), {level: 9})
      cache.set(path, body)
    }
    const type = types[extname(path)] ?? 'application/octet-stream'
    response
      .writeHead(200, {'content-type': type, 'content-encoding': 'gzip', 'content-length': body.length})
      .end(body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      resolve({url: `http://127.0.0.1:${port}${base}`, close: () => server.close()})
    })
  })
}
