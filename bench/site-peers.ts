/** Peers of the site: each builds the same Markdown pages with what its own guide says of a site with search. */
import {globSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {root, runProcess} from './process.ts'

/** A page as Portolan publishes it beside its own: Markdown, without the heading that is its title. */
export interface PlainPage {
  /** As peers take it for a folder: `zh-tw`. */
  locale: string
  /** The last part of its address. */
  name: string
  title: string
  markdown: string
}

export interface Peer {
  name: string
  /** What would make its line say something else. */
  untrue: string
  /** Where one page of a locale stands in the built site. */
  pageOf: (page: PlainPage) => string
  /** How a reader searches: what is pressed first, where is typed, and what shows the first result. */
  search: {open: string | null; input: string; result: string}
  /** Writes the project into a folder that is there and empty; gives its commands, of Node.js, and the folder of the site. */
  project: (folder: string, pages: readonly PlainPage[]) => {commands: string[][]; dist: string}
}

/** A folder below it finds the packages of the benchmarks, as a project of a repository with several finds its own. */
export const projects: string = join(root, 'bench/results')
const modules = join(root, 'bench/node_modules')
/** A picture is no part of a page here, and a link to one that isn't there ends some builds. */
const imageRE = /!\[([^\]]*)\]\([^)]*\)/g

/** The Markdown pages of topics in a site that Portolan built, in the order of their paths. */
export const plainPages = (dist: string): PlainPage[] =>
  globSync('*/topics/**/*.md', {cwd: dist})
    .toSorted()
    .map((path) => {
      const [heading = '', ...lines] = readFileSync(join(dist, path), 'utf8').split('\n')
      const [locale = '', , ...rest] = path.split('/')
      return {
        locale: locale.toLowerCase(),
        name: rest
          .join('-')
          .replace(/(?:-index)?\.md$/, '')
          .toLowerCase(),
        title: heading.replace(/^# /, '').replaceAll('\\', ''),
        markdown: lines.join('\n').replaceAll(imageRE, '$1'),
      }
    })

const put = (path: string, text: string): void => {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, text)
}

const putPages = (
  folder: string,
  pages: readonly PlainPage[],
  more: Readonly<Record<string, string>> = {},
): void => {
  for (const {locale, name, title, markdown} of pages)
    put(
      join(folder, locale, 'topics', `${name}.md`),
      `---\n${Object.entries({title, ...more})
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
        .join('')}---\n${markdown}`,
    )
}

const prepare = (folder: string): void => {
  // Astro compiles the components of packages that the project names.
  const dependencies = {astro: '*', '@astrojs/starlight': '*', vitepress: '*'}
  put(join(folder, 'package.json'), JSON.stringify({type: 'module', private: true, dependencies}))
}

const localesOf = (pages: readonly PlainPage[]): string[] => [...new Set(pages.map(({locale}) => locale))]

const starlight: Peer = {
  name: 'Starlight',
  untrue:
    'its sidebar lists every page of a language on each page, as its guide has it; without one pages weigh less',
  pageOf: ({locale, name}) => `${locale}/topics/${name}/`,
  search: {
    open: 'button[data-open-modal]',
    input: '.pagefind-ui__search-input',
    result: '.pagefind-ui__result',
  },
  project: (folder, pages) => {
    prepare(folder)
    const locales = Object.fromEntries(
      localesOf(pages).map((locale) => [locale, {label: locale, lang: locale}]),
    )
    put(
      join(folder, 'astro.config.mjs'),
      `import starlight from '@astrojs/starlight'
export default {integrations: [starlight({title: 'Ports', defaultLocale: 'en', locales: ${JSON.stringify(locales)}, sidebar: [{label: 'Topics', items: [{autogenerate: {directory: 'topics'}}]}]})]}
`,
    )
    put(
      join(folder, 'src/content.config.ts'),
      `import {defineCollection} from 'astro:content'
import {docsLoader} from '@astrojs/starlight/loaders'
import {docsSchema} from '@astrojs/starlight/schema'
export const collections = {docs: defineCollection({loader: docsLoader(), schema: docsSchema()})}
`,
    )
    putPages(join(folder, 'src/content/docs'), pages)
    return {
      commands: [[join(modules, 'astro/bin/astro.mjs'), 'build', '--silent']],
      dist: join(folder, 'dist'),
    }
  },
}

const vitepress: Peer = {
  name: 'VitePress',
  untrue:
    'its local search keeps one index a language, whole, in the browser: with more pages the first query loads more',
  pageOf: ({locale, name}) => `${locale}/topics/${name}.html`,
  search: {open: '.VPNavBarSearch button', input: '#localsearch-input', result: '.VPLocalSearchBox .result'},
  project: (folder, pages) => {
    prepare(folder)
    const locales = Object.fromEntries(
      localesOf(pages).map((locale) => [locale, {label: locale, lang: locale, link: `/${locale}/`}]),
    )
    put(
      join(folder, '.vitepress/config.mjs'),
      `export default {title: 'Ports', ignoreDeadLinks: true, markdown: {html: false}, locales: ${JSON.stringify(locales)}, themeConfig: {search: {provider: 'local'}}}
`,
    )
    putPages(folder, pages)
    return {
      commands: [[join(modules, 'vitepress/bin/vitepress.js'), 'build']],
      dist: join(folder, '.vitepress/dist'),
    }
  },
}

const plainAstro: Peer = {
  name: 'plain Astro and Pagefind',
  untrue: 'its pages have no navigation and no style but that of Pagefind’s box',
  pageOf: ({locale, name}) => `${locale}/topics/${name}/`,
  search: {open: null, input: '.pagefind-ui__search-input', result: '.pagefind-ui__result'},
  project: (folder, pages) => {
    prepare(folder)
    put(join(folder, 'astro.config.mjs'), 'export default {devToolbar: {enabled: false}}\n')
    put(
      join(folder, 'src/layouts/Page.astro'),
      `---
const {title, lang} = Astro.props.frontmatter
---
<html lang={lang}><head><meta charset="utf-8"><title>{title}</title><link rel="stylesheet" href="/pagefind/pagefind-ui.css"></head>
<body><div id="search"></div><main><h1>{title}</h1><slot /></main>
<script is:inline src="/pagefind/pagefind-ui.js"></script>
<script is:inline>new PagefindUI({element: '#search'})</script></body></html>
`,
    )
    for (const locale of localesOf(pages))
      putPages(
        join(folder, 'src/pages'),
        pages.filter((page) => page.locale === locale),
        {lang: locale, layout: '../../../layouts/Page.astro'},
      )
    return {
      commands: [
        [join(modules, 'astro/bin/astro.mjs'), 'build', '--silent'],
        [join(root, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', 'dist'],
      ],
      dist: join(folder, 'dist'),
    }
  },
}

export const peers: readonly Peer[] = [starlight, vitepress, plainAstro]

export interface PeerBuilt {
  dist: string
  seconds: number
  processorSeconds: number
  megabytes: number
}

/** Builds a peer's site of the pages in a folder, which is made. */
export const buildPeer = (peer: Peer, folder: string, pages: readonly PlainPage[]): PeerBuilt => {
  mkdirSync(folder, {recursive: true})
  const {commands, dist} = peer.project(folder, pages)
  const runs = commands.map((command) => runProcess(command, {cwd: folder}))
  const sum = (of: (run: (typeof runs)[number]) => number): number =>
    runs.reduce((all, run) => all + of(run), 0)
  return {
    dist,
    seconds: sum(({seconds}) => seconds),
    processorSeconds: sum(({processorSeconds}) => processorSeconds),
    megabytes: Math.max(...runs.map(({megabytes}) => megabytes)),
  }
}

/** The whole site on a disk, as a host copies it. */
export const megabytesOf = (dist: string): number =>
  globSync('**/*', {cwd: dist, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .reduce((sum, {parentPath, name}) => sum + readFileSync(join(parentPath, name)).length, 0) / 1e6
