/** The Astro integration that rewrites each built page with relative addresses. */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {AstroIntegration} from 'astro'
import {relativeHtml} from './relative-addresses.ts'

/** The page for addresses that don't exist is served at any depth, so it keeps addresses from the root. */
const servedAnywhere = '404.html'

export function relativeAddresses(): AstroIntegration {
  let base = '/'
  return {
    name: 'relative-addresses',
    hooks: {
      'astro:config:done': ({config}) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`
      },
      'astro:build:done': ({dir}) => {
        const folder = fileURLToPath(dir)
        for (const path of readdirSync(folder, {recursive: true, encoding: 'utf8'})) {
          if (!path.endsWith('.html') || path === servedAnywhere) continue
          const file = join(folder, path)
          const page = path.replaceAll('\\', '/').replace(/[^/]*$/, '')
          writeFileSync(file, relativeHtml(readFileSync(file, 'utf8'), base, page))
        }
      },
    },
  }
}
