/**
 * The reader of each target, `read.ts` in its folder: found by the target's id, apart from the writers so that the site's
 * form loads no parser.
 */

import type {Reader} from './export-types.ts'
import {targets} from './targets.ts'

const readerOf = async (id: string): Promise<[string, Reader]> => {
  const module: {read: Reader} = await import(`./targets/${id}/read.ts`)
  return [id, module.read]
}

/** By target id. */
export const readers: ReadonlyMap<string, Reader> = new Map(
  await Promise.all(targets.map(({id}) => readerOf(id))),
)
