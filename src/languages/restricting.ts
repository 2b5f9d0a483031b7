/** Words of restriction of a language, by which a sentence is known to limit something even where nobody understands how. */
import {nearestTag} from './nearest-tag.ts'
import data from './restricting.json' with {type: 'json'}

/**
 * `only` and `except` restrict, `no` forbids beside a word of `reach`. `people` and `places` are those who connect and from where;
 * `plain` are phrases that restrict nothing (`read-only`); `other` tells times, versions and occasions. In `moved`, `#` stands for
 * the port that is used instead, unless `notYet` says that it may be or will be; `reserved` is said of what nothing uses yet.
 */
export type RestrictingWords = (typeof data)['en']

const byTag: ReadonlyMap<string, RestrictingWords> = new Map(Object.entries(data))

/** Those of a language, then those of English, which half-translated cells have. */
export function restrictingWordsOf(locale: string): RestrictingWords[] {
  const tag = nearestTag(locale, [...byTag.keys()])
  return [...new Set([tag ?? 'en', 'en'])].flatMap((each) => byTag.get(each) ?? [])
}
