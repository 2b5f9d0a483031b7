/** Keeps the memory of a long run near to what it holds: `docs/decisions/0003-flags-of-the-engine.md` has the measures. */
import {setFlagsFromString} from 'node:v8'

/**
 * Stops the engine from growing the space of young objects as a run goes on: each document leaves tens of megabytes
 * behind that are dead at once, and room for several of them is a third of the peak, at no gain in time.
 */
export const keepHeapSmall = (): void => setFlagsFromString('--semi-space-growth-factor=1')

/**
 * Lets the heap grow by a share of what was alive after the last collection, where the engine would wait for four times as
 * much: many pages with much garbage each would otherwise take twice the memory.
 */
export const collectEarly = (percent: number): void => setFlagsFromString(`--heap-growing-percent=${percent}`)
