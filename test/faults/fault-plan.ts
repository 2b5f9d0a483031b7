/** What is to fail, as it is handed to the process that meets it. */

/** A kill in the midst of a call; a disk that is full from it on; one that is dead from it on; one call that is refused. */
export const faults = ['SIGKILL', 'ENOSPC', 'EIO', 'EACCES'] as const
export type Fault = (typeof faults)[number]

export interface FaultPlan {
  /** Only calls that change something below it count. */
  folder: string
  /** File that gets a line for each call: its number, what it is, and the path. */
  log: string
  /** Null when calls are only counted. */
  fault: Fault | null
  /** The number of the call, from 1. */
  at: number
}
