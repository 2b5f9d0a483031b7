/** How Astro makes the pages of a workspace: the same configuration for a build and for a server, as an object of each run. */
import {join} from 'node:path'
import mdx from '@astrojs/mdx'
import type {AstroInlineConfig} from 'astro'
import {guideFolder} from '../guide/guide-folder-fs.ts'
import type {SiteSettings} from '../settings/site-settings.ts'
import {elementScriptFiles} from './element-script-fs.ts'
import {iconUrls} from './icon-urls.ts'
import {pageScriptFiles} from './page-scripts.ts'
import {scriptModules} from './script-modules.ts'
import {nameSharedChunk, searchClient} from './search-client-plugin.ts'
import {siteFolder} from './site-folder-fs.ts'
import {workspaceModule} from './workspace-module.ts'

export interface SiteRun {
  /** Folder of this run's own, with the files from which pages are made; null where there is no dataset. */
  workDir: string | null
  /** Workspace, which may have a guide and texts of the interface of its own. */
  contentDir?: string | undefined
  /** What its configuration says of the site. */
  settings?: SiteSettings | undefined
}

/** A build renders the pages from the output folder, which may lie outside of this project's packages. */
const selfContainedPages = () => ({
  name: 'self-contained-pages',
  apply: 'build' as const,
  config: () => ({environments: {prerender: {resolve: {noExternal: true as const}}}}),
})

export const siteConfig = ({workDir, contentDir, settings}: SiteRun) =>
  ({
    configFile: false,
    srcDir: siteFolder,
    publicDir: join(siteFolder, 'public'),
    // Astro keeps what it knows of the guide below the root, which two runs at once must not share.
    ...(workDir === null
      ? {}
      : {root: workDir, outDir: join(workDir, 'site'), cacheDir: join(workDir, 'cache')}),
    output: 'static',
    trailingSlash: 'always',
    prerenderConflictBehavior: 'error',
    devToolbar: {enabled: false},
    build: {format: 'directory', inlineStylesheets: 'never'},
    // Shiki writes inline styles, which the content security policy refuses.
    markdown: {syntaxHighlight: false},
    integrations: [mdx()],
    vite: {
      environments: {
        client: {build: {modulePreload: false, rolldownOptions: {output: {chunkFileNames: nameSharedChunk}}}},
      },
      // Scripts that load others do so by relative addresses, as pages do.
      experimental: {renderBuiltUrl: (_, {hostType}) => (hostType === 'js' ? {relative: true} : undefined)},
      plugins: [
        workspaceModule({
          data: workDir,
          guide: guideFolder(contentDir),
          content: contentDir ?? null,
          settings,
        }),
        scriptModules(),
        searchClient(),
        pageScriptFiles(),
        elementScriptFiles(),
        selfContainedPages(),
      ],
      css: {postcss: {plugins: [iconUrls]}},
    },
  }) satisfies AstroInlineConfig
