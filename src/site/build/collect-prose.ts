/** The prose of all pages, told as soon as it is whole: it is indexed while other pages are rendered. */
import type {PathWithRoute} from 'astro'
import {hasProse, type ProseRecord} from '../../search/index/prose-records.ts'

/** The prose of a site's pages by their paths: `en/topics/x/`. */
export type SiteProse = ReadonlyMap<string, readonly ProseRecord[]>

/** What is asked of a path that Astro renders. */
type Path = Pick<PathWithRoute, 'pathname'> & {route: Pick<PathWithRoute['route'], 'type'>}

export interface ProseCollection {
  /** The paths with those first that have prose. To be called before any page is added. */
  order: <Asked extends Path>(paths: readonly Asked[]) => Asked[]
  /** @param prose is asked for the prose of a page that has some */
  add: (path: string, prose: () => readonly ProseRecord[]) => void
  /** No page will follow. */
  end: () => void
}

/** @param onProse called once: with the last page that has prose, at the latest with the last one of all */
export function collectProse(onProse: (prose: SiteProse) => void): ProseCollection {
  const found = new Map<string, readonly ProseRecord[]>()
  let missing = 0
  let isTold = false
  const tellOnce = (): void => {
    if (!isTold) onProse(found)
    isTold = true
  }
  return {
    order: (paths) => {
      const [withProse, others] = [
        paths.filter(isPageWithProse),
        paths.filter((path) => !isPageWithProse(path)),
      ]
      missing = withProse.length
      return [...withProse, ...others]
    },
    add: (path, prose) => {
      if (!hasProse(path)) return
      found.set(path, prose())
      missing -= 1
      if (missing === 0) tellOnce()
    },
    end: tellOnce,
  }
}

/** The Markdown of a topic has the path of a page. */
const isPageWithProse = ({pathname, route}: Path): boolean =>
  route.type === 'page' && hasProse(`${pathname.replace(/^\/|\/$/g, '')}/`)
