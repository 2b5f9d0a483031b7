/** Tells which files below some folders changed, several at once when they change together. */
import {watch} from 'chokidar'

/** Editors write a file in several steps; what comes within this many milliseconds is one change. */
const TOGETHER = 30

export interface Watching {
  /** Resolves when changes are seen from now on. */
  ready: Promise<void>
  close: () => Promise<void>
}

/** Calls `onChange` with absolute paths, one call after the other; folders that aren't there yet may come. */
export const watchFolders = (
  folders: readonly string[],
  onChange: (changed: ReadonlySet<string>) => void,
): Watching => {
  const watcher = watch([...folders], {ignoreInitial: true, followSymlinks: false})
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  watcher.on('all', (_, path) => {
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const batch = changed
      changed = new Set()
      onChange(batch)
    }, TOGETHER)
  })
  return {
    ready: new Promise((resolve) => watcher.once('ready', () => resolve())),
    close: async () => {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
