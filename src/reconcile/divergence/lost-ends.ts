/** A "from" or a "to" that human texts say with words of their own, and a translation has none for. */
import type {Asked} from '../engine/check.ts'
import {readEnds} from '../reading/from-to.ts'
import {humanTexts} from './human-texts.ts'
import {readBag} from './word-bag.ts'

/** Weaker words for "from" and "to" mean many other things as well. */
const CLEAR = 0.15
/** Where no human text says the same English, they must be as firm as this. */
const FIRM = 0.4
/** The words of a language for one of them must be this much firmer than for the other. */
const TIMES = 1.5
const ENOUGH = 5
/** Of the human texts that name both ends, so many must mark this one by these words. */
const most = {known: 0.75, unseen: 0.95}

export interface LostEnd {
  end: 'from' | 'to'
  expected: string
}

/** The ends whose marker is lost; none where the language's own words for them are not learnt. */
export const lostEnds = (asked: Asked): LostEnd[] => {
  const {unit, english, target, context} = asked
  const words = context.words()
  if (words === null || english.path || readEnds(english) === null) return []
  const own = readBag(target.text, unit.locale)
  const bags = humanTexts(asked).map((witness) => readBag(witness.target, unit.locale))
  return (['from', 'to'] as const).flatMap((end): LostEnd[] => {
    const other = end === 'from' ? 'to' : 'from'
    const against = new Map(words.dictionary.renderings(other))
    const clear = words.dictionary
      .renderings(end)
      .filter(([word, strength]) => strength >= CLEAR && strength >= (against.get(word) ?? 0) * TIMES)
    const [first] = clear
    if (first === undefined || words.support(end).uses < ENOUGH) return []
    const share = words.shareOfEnds(clear.map(([word]) => word))
    if (share < (bags.length > 0 ? most.known : most.unseen)) return []
    // A word that may stand for it is no loss; only what is clear proves that a human text says it.
    const loose = words.dictionary
      .renderings(end)
      .filter(([word, strength]) => strength > (against.get(word) ?? 0))
    if (loose.some(([word]) => own.has(word))) return []
    const written = bags.flatMap(({pieces}) => pieces).find(({key}) => key === first[0])?.text
    const isSaid = bags.length > 0 && bags.every((bag) => clear.some(([word]) => bag.has(word)))
    return isSaid || (bags.length === 0 && first[1] >= FIRM) ? [{end, expected: written ?? first[0]}] : []
  })
}
