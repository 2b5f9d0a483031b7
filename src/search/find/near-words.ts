/** Other spellings of a word that texts hold: one of a few letters changed, left out, doubled or swapped; kana of the other kind. */
import {KEY_LENGTH} from '../index/word-keys.ts'
import {eachKey, shardsFor} from '../index/word-shards.ts'
import {foldText, isUnspaced} from '../search-fold.ts'
import type {Files} from './load.ts'

/** Shorter words are near to too many. */
const SHORTEST = 4

/** More files than one beginning of a word should need. */
const MOST_FILES = 4

/** The word of a language's texts, or of `names`, that is nearest to one that they don't hold; null where none is near. */
export async function nearestWord(
  files: Files,
  locale: string,
  word: string,
  names: readonly string[],
): Promise<string | null> {
  const asked = foldText(word)
  const kana = toKatakana(asked)
  if (kana !== asked && (await holds(files, locale, kana))) return kana
  const units = [...asked].length
  if (units < SHORTEST || asked.includes(' ')) return null
  const most = units < 6 ? 1 : 2
  const isText = isUnspaced([...asked][0] ?? '')
  let best: {word: string; distance: number} | null = null
  const look = (known: string) => {
    const distance = editDistance(kana, known, most)
    if (distance === 0 || distance > most) return
    if (best === null || distance < best.distance || (distance === best.distance && known < best.word))
      best = {word: known, distance}
  }
  for (const name of names) look(name)
  for (const key of await keysNear(files, locale, kana)) {
    if (isText) for (let more = -1; more <= 1; more++) look([...key].slice(0, units + more).join(''))
    // A word that is cut off at the end of its key is not known whole.
    else if (key.length < KEY_LENGTH || key.includes(' ')) look(key.split(' ')[0] ?? '')
  }
  return (best as {word: string} | null)?.word ?? null
}

/** Keys that start as the word does, or with its first two letters swapped. */
async function keysNear(files: Files, locale: string, word: string): Promise<string[]> {
  const [first = '', second = ''] = word
  const {first: starts} = await files.words(locale)
  const numbers = [first + second, second + first].flatMap((start) =>
    shardsFor(starts, start).slice(0, MOST_FILES),
  )
  const keys: string[] = []
  for (const number of new Set(numbers))
    eachKey(await files.shard(locale, number), (key) => {
      if (key.startsWith(first) || key.startsWith(second + first)) keys.push(key)
    })
  return keys
}

async function holds(files: Files, locale: string, text: string): Promise<boolean> {
  const start = text.slice(0, KEY_LENGTH)
  for (const number of shardsFor((await files.words(locale)).first, start)) {
    let found = false
    eachKey(await files.shard(locale, number), (key) => {
      found ||= key.startsWith(start)
    })
    if (found) return true
  }
  return false
}

/** さーばー → サーバー. */
const toKatakana = (text: string): string =>
  text.replace(/[\u3041-\u3096]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))

/** Letters to change, add, leave out or swap with the next one (optimal string alignment); at once more than `most` where it is. */
export function editDistance(one: string, two: string, most: number): number {
  const [a, b] = [[...one], [...two]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = b.map((_, at) => at).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      let least = Math.min(change, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length] ?? 0
}
