/** Before the tests of the corpus: without its documents they would prove nothing. */
import {existsSync} from 'node:fs'
import {sharedDir} from './shared.ts'

export default function setup(): void {
  if (!existsSync(sharedDir))
    throw new Error(`${sharedDir}: expected the shared documents; set PORTOLAN_SHARED to their folder`)
}
