/** Where the guide's files are. */
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'

/** The workspace's own guide where it has one, else the project's. */
export function guideFolder(): string {
  const own = join(resolve(process.env['PORTOLAN_CONTENT'] ?? 'content'), 'guide')
  return existsSync(own) ? own : resolve('content/guide')
}
