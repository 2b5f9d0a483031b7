/** Reads the files of search, each once. */
import * as paths from '../files.ts'
import type {WordShard} from '../index/word-shards.ts'

/** Gives the parsed JSON of a path below `search/`; rejects where there is none. `fresh` asks past any cache. */
export type Fetch = (path: string, fresh: boolean) => Promise<unknown>

/** The files by what is in them. They are our own build's, so their shape is taken as it is. */
export interface Files {
  index: () => Promise<paths.SearchIndex>
  ports: (file: number) => Promise<paths.PortFile>
  facets: (file: number) => Promise<paths.FacetFile>
  topics: () => Promise<paths.TopicFile>
  meanings: () => Promise<paths.MeaningFile>
  words: (locale: string) => Promise<paths.WordFile>
  shard: (locale: string, file: number) => Promise<WordShard>
  rows: (locale: string, file: number) => Promise<paths.RowFile>
  /** Forgets everything and reads the index past all caches: the site may have been published anew. */
  renew: () => Promise<paths.SearchIndex>
}

export const createFiles = (fetch: Fetch): Files => {
  const loaded = new Map<string, Promise<unknown>>()
  const load = async <T>(path: string, fresh = false): Promise<T> => {
    let file = loaded.get(path)
    if (file === undefined) {
      file = fetch(path, fresh)
      loaded.set(path, file)
      file.catch(() => loaded.delete(path))
    }
    return (await file) as T
  }
  const index = (fresh = false) => load<paths.SearchIndex>(paths.INDEX_PATH, fresh)
  const below = async <T>(path: (version: string) => string) => load<T>(path((await index()).version))
  return {
    index: () => index(),
    ports: (file) => below((version) => paths.portPath(version, file)),
    facets: (file) => below((version) => paths.facetPath(version, file)),
    topics: () => below(paths.topicPath),
    meanings: () => below(paths.meaningPath),
    words: (locale) => below((version) => paths.wordPath(version, locale)),
    shard: (locale, file) => below((version) => paths.shardPath(version, locale, file)),
    rows: (locale, file) => below((version) => paths.rowPath(version, locale, file)),
    renew: () => {
      loaded.clear()
      return index(true)
    },
  }
}
