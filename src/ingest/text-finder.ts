/** Searches a text forward, again and again, without ever looking twice at a stretch that holds nothing. */

/** Offset of the first `wanted` at or after an offset, -1 when there is none; in linear time over ascending offsets. */
export function createFinder(text: string, wanted: string): (from: number) => number {
  let found = -2
  let last = 0
  return (from) => {
    // What was found before is still the next one; and where nothing was found, nothing is further on.
    if (found === -2 || from < last || (found !== -1 && found < from)) found = text.indexOf(wanted, from)
    last = from
    return found
  }
}

/** Offset of a character (by its UTF-16 code) between two offsets, -1 when it isn't there; never looks beyond `end`. */
export function indexWithin(text: string, code: number, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === code) return at
  return -1
}
