/** Where the real documents are, when the machine has them; tests that read them are skipped elsewhere. */
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe} from 'vitest'

/** Absolute path of `../shared`, seen from the project's root. */
export const sharedDir = fileURLToPath(new URL('../../../shared/', import.meta.url))

/** `describe` that is skipped, with a reason in its title, where `../shared` is absent. */
export const describeShared: (name: string, body: () => void) => void = (name, body) => {
  const present = existsSync(sharedDir)
  describe.skipIf(!present)(present ? name : `${name} (skipped: ../shared is not here)`, body)
}
