/** The few words of languages without a file of their own by which their port tables say what opens and what doesn't. */
import data from './outlines.json' with {type: 'json'}

/** What is known of such a language, in lists as a file has them. */
export type Outline = (typeof data)['nl']

const outlines: ReadonlyMap<string, Outline> = new Map(Object.entries(data))

/** Tags that have one, sorted. */
export const outlinedLocales: string[] = [...outlines.keys()].sort()

/** By the longest beginning of a tag, `pl` for `pl-PL`; null where nothing is known of the language. */
export function outlineOf(locale: string): Outline | null {
  const tag = locale.toLowerCase()
  for (let head = tag; head !== ''; head = head.slice(0, Math.max(0, head.lastIndexOf('-')))) {
    const found = outlines.get(head)
    if (found) return found
  }
  return null
}
