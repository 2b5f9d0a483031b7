/** Tells English that documents state from English that was inferred, which helps to read and proves nothing. */

const INFERRED: ReadonlySet<string> = new Set(['memory', 'shape'])

/** Whether an origin of a unit's English (`sourceOrigin`) means that no document states it for this cell. */
export const isInferred = (origin: string | null | undefined): boolean => INFERRED.has(origin ?? '')
