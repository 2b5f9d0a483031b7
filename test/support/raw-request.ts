/** Requests byte for byte, as no client sends them: what a server answers is read until the connection ends. */
import {connect} from 'node:net'

export interface RawAnswer {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  body: string
}

/**
 * Sends `bytes` and waits until the server ends the connection; empty text where it said nothing.
 *
 * @param ends whether our side of it ends as well, so that the server need not wait for more
 */
export const exchange = (port: number, bytes: string, ends = false): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server may end the connection while it is still being sent to.
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    if (ends) socket.end(bytes)
    else socket.write(bytes)
  })

/** `GET` of a target as it stands, with the headers of a plain client unless they are given. */
export const ask = async (
  port: number,
  target: string,
  {method = 'GET', headers = {}}: {method?: string; headers?: Record<string, string>} = {},
): Promise<RawAnswer> => {
  const lines = Object.entries({Host: `localhost:${port}`, Connection: 'close', ...headers}).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  return parseAnswer(await exchange(port, `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`))
}

export const parseAnswer = (text: string): RawAnswer => {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  return {
    status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]),
    headers: Object.fromEntries(lines.map((line) => line.toLowerCase().split(/: *(.*)/s, 2))),
    body: body.join('\r\n\r\n'),
  }
}
