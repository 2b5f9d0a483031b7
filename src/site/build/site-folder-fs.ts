/** Where the sources of the site lie, and the packages that they import. */
import {symlinkSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {packageFolder} from '../../disk/package-folder-fs.ts'

/** Pages, styles, and scripts for browsers: they ship as they are, and Vite compiles them for each site. */
export const siteFolder: string = join(packageFolder, 'src/site')

/** The folder that holds Astro and the packages beside it. */
const packages = dirname(dirname(createRequire(import.meta.url).resolve('astro/package.json')))

/** Lets Astro find itself from the folder of a run, which is the root of its project and may lie anywhere. */
export const linkPackages = (folder: string): void =>
  symlinkSync(packages, join(folder, 'node_modules'), 'junction')
