/**
 * How pages are made; the dataset comes from PORTOLAN_DATA. What only a build has, its address, threads and sitemap, comes from
 * `scripts/lib/build-site.ts`.
 */
import mdx from '@astrojs/mdx'
import {defineConfig} from 'astro/config'
import {iconUrls} from './src/site/build/icon-urls.ts'
import {pageScriptFiles} from './src/site/build/page-scripts.ts'
import {nameSharedChunk, searchClient} from './src/site/build/search-client.ts'

/** A build renders the pages from the output folder, which may lie outside of this project's packages. */
const selfContainedPages = () => ({
  name: 'self-contained-pages',
  apply: 'build',
  config: () => ({environments: {prerender: {resolve: {noExternal: true}}}}),
})

export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  outDir: './dist',
  cacheDir: './.portolan/astro',
  output: 'static',
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  devToolbar: {enabled: false},
  build: {format: 'directory', inlineStylesheets: 'never'},
  // Shiki writes inline styles, which the content security policy refuses.
  markdown: {syntaxHighlight: false},
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
      // Pagefind's search runs in WebAssembly; hovering a link prefetches it by speculation rules.
      scriptDirective: {resources: ["'self'", "'wasm-unsafe-eval'", "'inline-speculation-rules'"]},
      styleDirective: {resources: ["'self'"]},
    },
  },
  integrations: [mdx()],
  vite: {
    environments: {
      client: {build: {modulePreload: false, rolldownOptions: {output: {chunkFileNames: nameSharedChunk}}}},
    },
    // Scripts that load others do so by relative addresses, as pages do.
    experimental: {renderBuiltUrl: (_, {hostType}) => (hostType === 'js' ? {relative: true} : undefined)},
    plugins: [searchClient(), pageScriptFiles(), selfContainedPages()],
    css: {postcss: {plugins: [iconUrls]}},
    build: {
      // A page's own script stands in the page, so that it runs from `file://` too.
      assetsInlineLimit: (file) => file.endsWith('.js'),
    },
  },
})
