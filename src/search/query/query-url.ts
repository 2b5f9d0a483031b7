/** An address pasted from a browser or a log as a query: the port that it names, or that its scheme implies. */
import {MAX_PORT} from '../../model/max-port.ts'

/** Default ports: RFC 9110 (http), 6455 (ws), 959 (ftp), 4516 (ldap), 3261 (sip), 7826 (rtsp), 4253 (ssh), 6120 (xmpp). */
const schemePorts = new Map([
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
  ['ftp', 21],
  ['ftps', 990],
  ['sftp', 22],
  ['ssh', 22],
  ['ldap', 389],
  ['ldaps', 636],
  ['sip', 5060],
  ['sips', 5061],
  ['rtsp', 554],
  ['xmpp', 5222],
])

const urlRE =
  /^([a-z][a-z0-9+.-]*):\/\/(?:[^\s/?#@]*@)?(\[[0-9a-f:.]+\]|[^\s/?#:]+)(?::(\d+))?(?:[/?#]\S*)?$/iu
/** `sip.example.com:5061`, `192.0.2.7:443`, `[2001:db8::7]:443`, `sip:alice@example.com:5061`. */
const socketRE = /^(?:([a-z]+):)?(?:[^\s/@:]+@)?(?:\[[0-9a-f:.]+\]|[a-z0-9-]+(?:\.[a-z0-9-]+)+):(\d+)$/iu

/** null for a text that is no address, or names no port and a scheme that implies none. */
export function portOfAddress(text: string): number | null {
  const plain = text.trim()
  const [, scheme = '', , own] = urlRE.exec(plain) ?? []
  const [, , socket] = urlRE.test(plain) ? [] : (socketRE.exec(plain) ?? [])
  const named = own ?? socket
  const port = named === undefined ? schemePorts.get(scheme.toLowerCase()) : Number(named)
  return port === undefined || port > MAX_PORT ? null : port
}
