/** How languages say that something is let through from or to some machines only, or not from or to some. */

import {nearestOf} from '../nearest-tag.ts'
import data from './limiting.json' with {type: 'json'}

/**
 * Templates around `{x}`, what is named; ` * ` stands for up to three words. `either` tells of no way, and `beside` is read only
 * where it is all that stands beside another word of a cell: `Deny from guests`.
 */
export type LimitWords = (typeof data)['en']

const byTag: ReadonlyMap<string, LimitWords> = new Map(Object.entries(data))

/** Those of a language, then those of English, which half-translated cells have. */
export const limitWordsOf = (locale: string): LimitWords[] =>
  [...new Set([nearestOf(byTag, locale), byTag.get('en')])].filter((words) => words !== undefined)
