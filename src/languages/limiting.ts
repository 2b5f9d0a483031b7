/** How languages say that something is let through from or to some machines only, or not from or to some. */
import data from './limiting.json' with {type: 'json'}

/**
 * Templates around `{x}`, what is named; ` * ` stands for up to three words. `either` tells of no way, and `beside` is read only
 * where it is all that stands beside another word of a cell: `Deny from guests`.
 */
export type LimitWords = (typeof data)['en']

/** Han characters of Taiwan, Hong Kong and Macao. */
const traditionalRE = /^zh-(?:tw|hk|mo|hant)/u

const byTag: ReadonlyMap<string, LimitWords> = new Map(Object.entries(data))

/** Those of a language, then those of English, which half-translated cells have. */
export function limitWordsOf(locale: string): LimitWords[] {
  const tag = locale.toLowerCase()
  const base = tag.split('-', 1)[0] ?? ''
  const key = traditionalRE.test(tag) ? 'zh-tw' : base === 'no' || base === 'nn' ? 'nb' : base
  return [...new Set([key, 'en'])].flatMap((each) => byTag.get(each) ?? [])
}
