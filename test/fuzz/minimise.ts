/** Makes an input that fails as small as it can while it still fails alike. */

/**
 * Takes out ever smaller pieces (delta debugging, Zeller and Hildebrandt 2002).
 *
 * @param fails whether an input fails as the first one did
 * @param tries most inputs that are tried
 */
export const minimise = (input: string, fails: (input: string) => boolean, tries = 2000): string => {
  let smallest = input
  let left = tries
  for (let size = Math.ceil(smallest.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < smallest.length && left > 0; ) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + size)
      left--
      if (shorter.length < smallest.length && fails(shorter)) smallest = shorter
      else at += size
    }
  }
  return smallest
}
