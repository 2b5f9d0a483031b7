/** The Astro integration that goes over each built page: relative addresses, and a policy of its own. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {trimPolicy} from './page-policy.ts'
import {relativeHtml} from './relative-addresses.ts'

/** The page for addresses that don't exist is served at any depth, so it keeps addresses from the root. */
const servedAnywhere = '404.html'

export function finishPages(): AstroIntegration {
  let base = '/'
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({config}) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`
      },
      'astro:build:done': ({dir}) => {
        const folder = fileURLToPath(dir)
        for (const path of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
          if (!path.endsWith('.html')) continue
          const file = join(folder, path)
          const page = path.replaceAll('\\', '/').replace(/[^/]*$/, '')
          const html = trimPolicy(readFileSync(file, 'utf8'))
          writeFileSync(file, path === servedAnywhere ? html : relativeHtml(html, base, page))
        }
      },
    },
  }
}
