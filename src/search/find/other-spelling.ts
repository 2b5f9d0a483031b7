/** The query that was meant, where a word in it is misspelt: loaded only where nothing was found. */
import type {Query, WordTerm} from '../query/query-types.ts'
import type {Files} from './load.ts'
import {nearestWord} from './near-words.ts'

/** The text of a query with each word that no text holds in the spelling of the nearest one; null where none is near. */
export async function nearestQuery(
  files: Files,
  text: string,
  query: Query,
  {locale, isHeld}: {locale: string; isHeld: (word: WordTerm) => Promise<boolean>},
): Promise<string | null> {
  const {lexicon} = await files.index()
  let spelt = text.normalize('NFKC')
  let changed = false
  for (const word of query.words) {
    if (word.quoted || (await isHeld(word))) continue
    const near = await nearestWord(files, locale, word.text, lexicon.protocols)
    if (near === null || !spelt.includes(word.text)) return null
    spelt = spelt.replace(word.text, () => near)
    changed = true
  }
  return changed ? spelt : null
}
