/** Tells whether an input reached code that no input before it reached, by the engine's own block coverage. */
import {Session} from 'node:inspector'

interface Range {
  startOffset: number
  endOffset: number
  count: number
}

export interface Coverage {
  /** Number of blocks of the project's code that were reached for the first time since the last call. */
  fresh(): number
  /** Blocks reached so far. */
  readonly blocks: number
}

/** Starts to count blocks of files whose address holds `part`. */
export const startCoverage = (part: string): Coverage => {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', {callCount: true, detailed: true})
  const seen = new Set<string>()
  return {
    fresh: () => {
      const before = seen.size
      session.post('Profiler.takePreciseCoverage', (error, result) => {
        if (error) throw error
        for (const {url, functions} of result.result) {
          if (!url.includes(part)) continue
          for (const {ranges} of functions) for (const range of ranges) add(seen, url, range)
        }
      })
      return seen.size - before
    },
    get blocks() {
      return seen.size
    },
  }
}

const add = (seen: Set<string>, url: string, {startOffset, endOffset, count}: Range): void => {
  if (count > 0) seen.add(`${url}:${startOffset}-${endOffset}`)
}
