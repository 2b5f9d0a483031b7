/** What a worker thread does: it renders pages with the program that Astro made of them. */
import type {RouteData} from 'astro'
import {Tinypool} from 'tinypool'
import {isOfMachine} from '../../dataset/fault.ts'
import {printableLines} from '../../text/printable.ts'
import {type Claims, claimFrom} from './page-claims.ts'
import {type Outcome, outcomeOf} from './thread-error.ts'
import {type PagePlace, type WrittenPage, writePage} from './write-page-fs.ts'

/** What a thread needs to know of the build, as `workerData`. */
export interface RenderedBuild extends PagePlace {
  /** Address of the program, which Astro deletes after the build. */
  program: string
  /** Astro's facts on each page by its key: which style sheets it links. */
  pages: Map<string, unknown>
}

/** What a thread is given once for many pages: a message for each would take longer than rendering some. */
export interface RenderTask {
  pages: {
    url: string
    /** Which route renders the address. */
    route: string
    component: string
  }[]
  /** Of these pages. */
  claims: Claims
}

/** A page that the thread has rendered, or could not. */
export interface RenderedPage {
  /** Its number in the task. */
  at: number
  outcome: Outcome<WrittenPage>
}

/** The parts of Astro's program that its own renderer uses in the main thread; Astro has no public interface for another one. */
interface Program {
  manifest: {routes: {routeData: RouteData}[]}
  setInternals: (internals: object) => void
  setOptions: (options: object) => void
  render: (request: Request, options: {routeData: RouteData}) => Promise<Response>
}

const isProgram = (value: unknown): value is Program =>
  typeof value === 'object' &&
  value !== null &&
  ['setInternals', 'setOptions', 'render'].every((name) => typeof Reflect.get(value, name) === 'function')

const build: RenderedBuild = Tinypool.workerData
const {app} = await import(build.program)
if (!isProgram(app)) throw new Error(`expected the program of Astro 7 in ${build.program}, found another`)
app.setInternals({pagesByKeys: build.pages, entrySpecifierToBundleMap: new Map()})
app.setOptions({
  settings: {scripts: []},
  logger: {
    options: {
      destination: {
        write: ({message}: {message: string}) => process.stderr.write(`${printableLines(message)}\n`),
      },
    },
  },
})
const routes = app.manifest.routes.map(({routeData}) => routeData)

const render = async ({url, route, component}: RenderTask['pages'][number]): Promise<WrittenPage> => {
  const routeData = routes.find((each) => each.route === route && each.component === component)
  if (routeData === undefined) throw new Error(`no route ${route} of ${component}`)
  return writePage(await app.render(new Request(url), {routeData}), build, url)
}

/** A page that fails is left out; after an error of the whole machine no other one is rendered. */
export default async ({pages, claims}: RenderTask): Promise<RenderedPage[]> => {
  const rendered: RenderedPage[] = []
  for (const at of claimFrom(claims, 'last')) {
    const page = pages[at]
    if (page === undefined) continue
    const outcome = await outcomeOf(() => render(page))
    rendered.push({at, outcome})
    if ('error' in outcome && isOfMachine(Object.assign(new Error(), outcome.error))) break
  }
  return rendered
}
