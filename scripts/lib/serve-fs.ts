/** Serves a built site on this machine. */
import {createServer, type Server, type ServerResponse} from 'node:http'
import getPort, {portNumbers} from 'get-port'
import sirv from 'sirv'

/** A running server; `url` ends in `/`, `moved` tells that the wanted port was taken. */
export interface SiteServer {
  url: string
  moved: boolean
  server: Server
}

/** How many ports after the wanted one are tried. */
const TRIES = 50

/** Serves `folder` under `base` on the wanted port, or on the next free one. */
export const serveSite = async (folder: string, wanted: number, base = '/'): Promise<SiteServer> => {
  const port = await getPort({port: portNumbers(wanted, wanted + TRIES), host: '127.0.0.1'})
  const files = sirv(folder, {dev: true, etag: true})
  const prefix = base.endsWith('/') ? base : `${base}/`
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    if (!path.startsWith(prefix)) {
      response.writeHead(302, {location: prefix}).end()
      return
    }
    request.url = `/${path.slice(prefix.length)}`
    files(request, response, () => notFound(response))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {url: `http://localhost:${port}${prefix}`, moved: port !== wanted, server}
}

const notFound = (response: ServerResponse): void => {
  response.writeHead(404, {'content-type': 'text/plain'}).end('404: no such page')
}
