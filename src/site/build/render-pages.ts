/**
 * The Astro integration between Astro's renderer and the files that it writes: pages wait for the dataset and are finished, and
 * one that fails by a mistake of ours is left out.
 */
import type {AstroIntegration, AstroPrerenderer} from 'astro'
import {faultToDiagnostic} from '../../disk/fault.ts'
import type {Diagnostic} from '../../model/schema.ts'
import {proseRecords} from '../../search/index/prose-records.ts'
import {collectProse, type SiteProse} from './collect-prose.ts'
import {finishPage} from './finish-page.ts'

export interface RenderOptions {
  /** Resolved as soon as the dataset is there: the pages' program is made without it. */
  dataset: Promise<unknown>
  /** Called once, as soon as all pages with prose of their own are rendered; other pages may follow. */
  onProse: (prose: SiteProse) => void
  /** Is told which page could not be rendered; it is left out, and the others follow. */
  onFault: (fault: Diagnostic) => void
}

export function renderPages({dataset, onProse, onFault}: RenderOptions): AstroIntegration {
  const prose = collectProse(onProse)
  let base = '/'
  return {
    name: 'render-pages',
    hooks: {
      'astro:config:done': ({config}) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`
      },
      'astro:build:start': ({setPrerenderer}) => {
        setPrerenderer((own) => ({
          ...own,
          name: 'portolan:finished-pages',
          setup: async () => {
            await dataset
            await own.setup?.()
          },
          getStaticPaths: async () => prose.order(await own.getStaticPaths()),
          render: async (request, options) => {
            const path = decodeURI(new URL(request.url).pathname.slice(base.length))
            try {
              const {body, ...head} = await wholeResponse(await renderedBy(own, request, options))
              if (typeof body !== 'string') return new Response(body, head)
              const html = finishPage(body, base, path)
              prose.add(path, () => proseRecords(html))
              return new Response(html, head)
            } catch (error) {
              // An error of the whole machine is thrown on, and ends the build.
              onFault(faultToDiagnostic(error, {path, line: 1, column: 1}, 'the page could not be rendered'))
              // Astro writes nothing of it.
              return new Response(null)
            }
          },
        }))
      },
      'astro:build:done': prose.end,
    },
  }
}

async function renderedBy(
  own: AstroPrerenderer,
  ...asked: Parameters<AstroPrerenderer['render']>
): Promise<Response> {
  const rendered = await own.render(...asked)
  return rendered instanceof Response ? rendered : rendered.response
}

/** Pages are rendered while they are read, so that many errors come only then. Text of pages, bytes of all other files. */
async function wholeResponse(response: Response) {
  const {status, headers} = response
  if (response.body === null) return {status, headers, body: null}
  const isPage = headers.get('content-type')?.startsWith('text/html') === true
  return {status, headers, body: isPage ? await response.text() : await response.arrayBuffer()}
}
