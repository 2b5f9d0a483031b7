/** The Vite plugin that tells the pages which workspace they show: each build and each server has a plugin of its own. */
import type {Plugin} from 'vite'
import type {SiteSettings} from '../settings/site-settings.ts'
import {ownTextFiles, readOwnTexts} from '../shared/own-texts-fs.ts'

/** What pages know of a workspace: where it lies, since they are compiled before it is read. */
export interface PagesWorkspace {
  /** Folder with the files of `siteFiles`; null where there is no dataset, as in checks of types. */
  data: string | null
  /** Folder with the guide. */
  guide: string
  /** What its configuration says of the site. */
  settings?: SiteSettings | undefined
  /** The workspace itself, which may have texts of the interface; null for none. */
  content: string | null
  /** Address of the whole site, for components that stand in another one. */
  address?: string | undefined
}

export const WORKSPACE_MODULE = 'virtual:portolan/workspace'
const resolved = `\0${WORKSPACE_MODULE}`

/**
 * Beside the workspace it gives its texts, `settings`, `base` and `isBuild`, as `virtual-modules.d.ts` says: Astro takes `import.meta.env` from the
 * environment, too, where others may have set `BASE_URL` or `PROD`.
 */
export const workspaceModule = (workspace: PagesWorkspace): Plugin => ({
  name: 'portolan-workspace',
  resolveId: (id) => (id === WORKSPACE_MODULE ? resolved : undefined),
  load(id) {
    if (id !== resolved) return
    const {command, base} = this.environment.config
    const {content} = workspace
    if (content !== null) for (const file of ownTextFiles(content)) this.addWatchFile(file)
    const exported = {
      workspace,
      settings: workspace.settings ?? {},
      ownTexts: content === null ? {} : readOwnTexts(content),
      isBuild: command === 'build',
      base: base.endsWith('/') ? base : `${base}/`,
    }
    return Object.entries(exported)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
      .join('')
  },
})
