/** Where the guide's files are. */
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {packageFolder} from '../../disk/package-folder-fs.ts'

/** The workspace's own guide where it has one, else the project's. */
export function guideFolder(workspace?: string): string {
  const own = workspace === undefined ? null : join(resolve(workspace), 'guide')
  return own !== null && existsSync(own) ? own : join(packageFolder, 'content/guide')
}
