/** The option `--port` of commands that serve the site. */

import {UsageError} from '../../src/disk/usage-error.ts'
import {MAX_PORT} from '../../src/model/max-port.ts'

/** @throws UsageError when the text is no port of this machine */
export const portOf = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= MAX_PORT) return port
  throw new UsageError(`expected a port from 1 to 65535, found “${text}”`, 'try --port 4321')
}
