/**
 * `portolan/astro`: lets the components of `portolan/components` show a dataset that `portolan ingest` wrote.
 *
 * ```js
 * integrations: [portolan({data: './data', site: 'https://ports.example/'})]
 * ```
 */
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {z} from 'zod'
import {readDataset} from '../disk/read-dataset-fs.ts'
import {UsageError} from '../disk/usage-error.ts'
import {workspaceModule} from '../site/build/workspace-module.ts'
import {SITE_DATASET} from '../site/dataset/data-fs.ts'
import {toSiteDataset} from '../site/dataset/site-dataset.ts'

const optionsSchema = z.strictObject({
  /** Folder with `knowledge-base.json`, from the folder of the Astro project. */
  data: z.string().min(1),
  /** Address of the site that `portolan build` made of the same dataset; without one the components link nowhere. */
  site: z
    .url({protocol: /^https?$/, error: 'expected an address that starts with https:// or http://'})
    .optional(),
})

export type PortolanOptions = z.input<typeof optionsSchema>

/** @throws UsageError for options of another form, and, as Astro starts, where there is no dataset of this version */
export default function portolan(options: PortolanOptions): AstroIntegration {
  const {data, site} = checked(options)
  return {
    name: 'portolan',
    hooks: {
      'astro:config:setup': ({config, createCodegenDir, addWatchFile, updateConfig}) => {
        const path = join(fileURLToPath(new URL(`${data}/`, config.root)), 'knowledge-base.json')
        const folder = fileURLToPath(createCodegenDir())
        // What the pages read, as in a build of the whole site.
        writeFileSync(join(folder, SITE_DATASET), JSON.stringify(toSiteDataset(readDataset(path))))
        // A server starts again with the new dataset.
        addWatchFile(path)
        const address = site === undefined || site.endsWith('/') ? site : `${site}/`
        updateConfig({
          vite: {
            plugins: [workspaceModule({data: folder, guide: folder, content: null, address})],
            // Sources for Vite, which Node.js can't read below `node_modules`.
            ssr: {noExternal: ['portolan']},
          },
        })
      },
    },
  }
}

function checked(options: unknown): z.output<typeof optionsSchema> {
  const read = optionsSchema.safeParse(options)
  if (read.success) return read.data
  throw new UsageError(
    `portolan(): ${z.prettifyError(read.error)}`,
    'docs/beside-other-sites.md tells what may stand there: data, and site.',
  )
}
