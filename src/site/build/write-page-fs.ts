/** A page as one thread hands it to another: what Astro rendered, finished, and what search reads in it. */
import {hasProse, type ProseRecord, proseRecords} from '../../search/prose-records.ts'
import {finishPage} from './finish-page.ts'

export interface RenderedPage {
  status: number
  headers: [string, string][]
  /** Null for a response without a body, of which no file is made. */
  body: Uint8Array<ArrayBuffer> | null
  /** Below the address of the site, with `/` at its end: `en/topics/x/`. */
  path: string
  /** Null for a page without prose of its own. */
  prose: ProseRecord[] | null
}

/**
 * @param base starts and ends with `/`
 * @param url that was asked for
 */
export async function finishResponse(response: Response, base: string, url: string): Promise<RenderedPage> {
  const path = decodeURI(new URL(url).pathname).slice(base.length)
  const rendered = {status: response.status, headers: [...response.headers], path, prose: null}
  if (response.body === null) return {...rendered, body: null}
  const body = new Uint8Array(await response.arrayBuffer())
  if (response.headers.get('content-type')?.startsWith('text/html') !== true) return {...rendered, body}
  const page = finishPage(body, base, path)
  return {
    ...rendered,
    body: page,
    prose: hasProse(path) ? proseRecords(new TextDecoder().decode(page)) : null,
  }
}

export const toResponse = ({status, headers, body}: RenderedPage): Response =>
  new Response(body, {status, headers})
