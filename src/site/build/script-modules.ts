/** The Vite plugin that gives pages the code of scripts that stand in them, so that their policy can name it. */
import type {Plugin} from 'vite'
import {bundleScript} from './bundle-script.ts'

/** `virtual:portolan/script/layout/door` is the code of `layout/door.ts` with all that it imports. */
const SCRIPT_MODULE = 'virtual:portolan/script/'
const resolved = `\0${SCRIPT_MODULE}`

export const scriptModules = (): Plugin => ({
  name: 'portolan-script-modules',
  resolveId: (id) => (id.startsWith(SCRIPT_MODULE) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(resolved)) return
    const {code, files} = await bundleScript(id.slice(resolved.length), 'es')
    for (const file of files) this.addWatchFile(file)
    return `export default ${JSON.stringify(code)}`
  },
})
