/** A peer of the build: Astro with as many plain pages, then Pagefind's command over the result. */
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {root, runProcess} from './process.ts'

const page = `---
export const getStaticPaths = () => Array.from({length: PAGES}, (_, page) => ({params: {page: String(page)}}))
const {page} = Astro.params
const rows = Array.from({length: 30}, (_, row) => ({path: \`SIP/TLS/TCP/\${row * 100 + Number(page)}\`, from: 'Edge', to: 'Any'}))
---
<html lang="en"><head><title>Ports {page}</title></head><body><main><h1>Ports {page}</h1>
<p>The ports that the machine number {page} needs, with their protocols, and where the traffic comes from and goes to.</p>
<table><thead><tr><th>Path</th><th>Source</th><th>Destination</th></tr></thead><tbody>
{rows.map(({path, from, to}) => <tr><td>{path}</td><td>{from}</td><td>{to}</td></tr>)}
</tbody></table></main></body></html>
`

/** Builds it; seconds are those of Astro and Pagefind together. */
export const plainAstro = (folder: string, pages: number) => {
  const project = join(folder, 'plain-astro')
  mkdirSync(join(project, 'src/pages'), {recursive: true})
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'package.json'), '{"type":"module"}\n')
  writeFileSync(join(project, 'astro.config.mjs'), 'export default {devToolbar: {enabled: false}}\n')
  writeFileSync(join(project, 'src/pages/[page].astro'), page.replace('PAGES', String(pages)))
  const astro = runProcess([join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'], {
    cwd: project,
  })
  const index = runProcess([join(root, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', 'dist'], {
    cwd: project,
  })
  return {
    name: 'plain Astro and Pagefind, one language',
    pages,
    seconds: astro.seconds + index.seconds,
    processorSeconds: astro.processorSeconds + index.processorSeconds,
    megabytes: astro.megabytes,
    stdout: '',
  }
}
