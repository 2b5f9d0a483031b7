/** Finishes what Astro rendered and writes it, in whichever thread that was: pages need not go from one to another. */
import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {hasProse, type ProseRecord, proseRecords} from '../../search/prose-records.ts'
import {finishPage} from './finish-page.ts'

/** Where pages go, as every thread is told. */
export interface PagePlace {
  /** Starts and ends with `/`. */
  base: string
  /** Address of the folder that holds the site, with `/` at its end. */
  folder: string
}

export interface WrittenPage {
  status: number
  headers: [string, string][]
  /** Below the address of the site, with `/` at its end: `en/topics/x/`. */
  path: string
  /** Null for a page without prose of its own. */
  prose: ProseRecord[] | null
}

/**
 * @param url that was asked for
 * @throws Error of the system when the file can't be written
 */
export async function writePage(response: Response, place: PagePlace, url: string): Promise<WrittenPage> {
  const {base} = place
  const address = addressOf(url, place)
  const path = pathOf(url, place)
  const written = {status: response.status, headers: [...response.headers], path, prose: null}
  if (response.body === null) return written
  const body = new Uint8Array(await response.arrayBuffer())
  const isPage = response.headers.get('content-type')?.startsWith('text/html') === true
  const finished = isPage ? finishPage(body, base, path) : body
  const file = fileURLToPath(new URL(isPage ? pageFile(address) : address, place.folder))
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, finished)
  return isPage && hasProse(path)
    ? {...written, prose: proseRecords(new TextDecoder().decode(finished))}
    : written
}

const addressOf = (url: string, {base}: Pick<PagePlace, 'base'>): string =>
  new URL(url).pathname.slice(base.length)

/** The path of a page below the address of the site. */
export const pathOf = (url: string, place: Pick<PagePlace, 'base'>): string =>
  decodeURI(addressOf(url, place))

/** Hosts look for the page of unknown addresses under this name, and for all others in a folder of their own. */
const pageFile = (address: string): string =>
  /^404\/?$/.test(address) ? '404.html' : `${address.replace(/\/*$/, address === '' ? '' : '/')}index.html`

/** What Astro hears of it: nothing that it would have to write. */
export const withoutBody = ({status, headers}: WrittenPage): Response => new Response(null, {status, headers})
