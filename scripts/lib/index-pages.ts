/** The full-text index of a built site, one a language, by Pagefind. */
import {join} from 'node:path'
import {close, createIndex} from 'pagefind'

/**
 * @param folder a built site
 * @returns number of pages
 * @throws when Pagefind says what it could not do
 */
export async function indexPages(folder: string): Promise<number> {
  try {
    const {index, errors} = await createIndex({})
    if (index === undefined) throw new Error(`no search index: ${errors.join('; ')}`)
    const read = await index.addDirectory({path: folder})
    const written = await index.writeFiles({outputPath: join(folder, 'pagefind')})
    const failed = [...read.errors, ...written.errors]
    if (failed.length > 0) throw new Error(`the search index is incomplete: ${failed.join('; ')}`)
    return read.page_count
  } finally {
    await close()
  }
}
