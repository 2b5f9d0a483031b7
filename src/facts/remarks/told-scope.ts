/** Which sentences of a text speak of all ports of a document or of a section, by their words in any language. */
import {restrictingWordsOfAll} from '../../languages/lists/restricting.ts'
import {once} from '../../text/memoize.ts'
import {foldSearch, foldSpace} from '../../text/normalize.ts'
import {sentenceEndRE} from '../../text/sentences.ts'
import {WordList} from '../limits/word-list.ts'

export type Scope = 'document' | 'section'

const finders = once(() => ({
  document: new WordList(restrictingWordsOfAll('wholeDocument')),
  section: new WordList(restrictingWordsOfAll('wholeSection')),
}))

/** How far a text speaks, with its sentences that do; null for one that speaks of what stands beside it. */
export function scopeOf(text: string): {scope: Scope; sentences: string} | null {
  const found = (['document', 'section'] as const).flatMap((scope) => {
    const told = foldSpace(text)
      .split(sentenceEndRE)
      .filter((sentence) => finders()[scope].isIn(foldSearch(sentence)))
    return told.length === 0 ? [] : [{scope, sentences: told.join(' ').trim()}]
  })
  return found[0] ?? null
}
