/** Who renders which page: each thread claims one after the other, without asking the others or waiting for them. */

/** One number a page, shared by all threads: 0 until a thread has claimed it, then 1. */
export type Claims = Int32Array<SharedArrayBuffer>

export const noClaims = (pages: number): Claims =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT * pages))

/**
 * The numbers of pages that the caller claims, one as often as the caller asks for the next.
 *
 * @param start where it begins to look: whoever begins at the last page meets the others in the middle
 */
export function* claimFrom(claims: Claims, start: 'first' | 'last'): Generator<number> {
  for (let count = 0; count < claims.length; count++) {
    const at = start === 'first' ? count : claims.length - 1 - count
    if (Atomics.compareExchange(claims, at, 0, 1) === 0) yield at
  }
}
