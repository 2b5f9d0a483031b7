/** Where this package lies: sources of the site and its own guide are found from there, whatever folder a command is run in. */
import {existsSync, symlinkSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The nearest folder above this module that holds a `package.json`: compiled modules lie elsewhere in it than their sources. */
export const packageFolder: string = folderWithPackage(dirname(fileURLToPath(import.meta.url)))

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const parent = dirname(folder)
  if (parent === folder) throw new Error(`expected a package.json above ${fileURLToPath(import.meta.url)}`)
  return folderWithPackage(parent)
}

/** Pages, styles, and scripts for browsers: they ship as they are, and Vite compiles them for each site. */
export const siteFolder: string = join(packageFolder, 'src/site')

/** The folder that holds Astro and the packages beside it. */
const packages = dirname(dirname(createRequire(import.meta.url).resolve('astro/package.json')))

/** Lets Astro find itself from the folder of a run, which is the root of its project and may lie anywhere. */
export const linkPackages = (folder: string): void =>
  symlinkSync(packages, join(folder, 'node_modules'), 'junction')
