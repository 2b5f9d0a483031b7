/** The elements for other sites, `portolan-table.js` and `portolan-comparison.js`: each one file for any page. */
import {readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {globSync} from 'tinyglobby'
import type {Plugin} from 'vite'
import {z} from 'zod'
import {bundleScript} from './bundle-script.ts'
import {siteFolder} from './site-folder-fs.ts'

export const elementNames = ['portolan-table', 'portolan-comparison'] as const

const textsSchema = z.looseObject({'compare.failed': z.string()})

/** What is said where the site can't be reached, by the tag of each language with an interface. */
function failedTexts(): Record<string, string> {
  const folder = join(siteFolder, '../languages')
  return Object.fromEntries(
    globSync('*/interface.json', {cwd: folder})
      .toSorted()
      .map((path) => {
        const texts = textsSchema.parse(JSON.parse(readFileSync(join(folder, path), 'utf8')))
        return [dirname(path), texts['compare.failed']]
      }),
  )
}

/** What machines are narrowed by is called in the texts that an element loads, for its language alone. */
const withoutQualifierNames: Plugin = {
  name: 'without-qualifier-names',
  enforce: 'pre',
  load: (id) => (id.endsWith('/qualifier-names.json') ? '{}' : undefined),
}

export const elementScript = async (name: (typeof elementNames)[number]): Promise<string> => {
  const define = {PORTOLAN_FAILED: JSON.stringify(failedTexts())}
  return (await bundleScript(`elements/${name}`, 'iife', {define, plugins: [withoutQualifierNames]})).code
}

/** The Vite plugin that writes them into the site. */
export const elementScriptFiles = (): Plugin => ({
  name: 'element-scripts',
  async generateBundle() {
    if (this.environment.name !== 'client') return
    for (const name of elementNames)
      this.emitFile({type: 'asset', fileName: `${name}.js`, source: await elementScript(name)})
  },
})
