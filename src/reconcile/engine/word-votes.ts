/**
 * Cells without any English: what the words of the other locales say of a denial, an "only", an "optional" and a
 * direction. Where all of them agree and one text says nothing of it, or the opposite, that text lost it.
 */

import type {Concept} from '../../languages/lexicon-schema.ts'
import type {Unit} from '../../model/schema.ts'
import {checks} from '../checks/index.ts'
import {denialIn} from '../reading/denial/denial.ts'
import {saysOutside} from '../reading/denial/said-otherwise.ts'
import {foldWords} from '../reading/placed-fold.ts'
import {findWord, plainWord, withoutWords} from '../reading/words.ts'
import type {CheckProblem} from './check.ts'
import type {Context} from './context.ts'

/** So many other locales must agree. */
const ENOUGH = 2
/** Texts that are asked: more of them agree no better. */
const MOST = 60

const meanings = checks.flatMap((check) => (check.scope?.meanings ?? []).map((concept) => ({check, concept})))
const opposites = checks.flatMap((check) =>
  (check.scope?.opposites ?? []).map(([one, other]) => ({check, one, other})),
)

/** The word by which a text says it; null for none, undefined where the words of its language are not known. */
const wordFor = (
  {locale, target}: Unit,
  concept: Concept,
  context: Context,
  side: 'own' | 'voter' = 'own',
): string | null | undefined => {
  const {lexicon} = context.of(locale)
  const {concepts, harmless} = lexicon
  const words = concepts[concept]
  if (concept === 'negation' && words.length > 0) {
    const {nots, exceptions, contraries} = denialIn(foldWords(target), lexicon)
    // “Different” and “disabled” may be said without a “not”: they answer one, and vote for none.
    const all = side === 'voter' ? nots : nots + exceptions + contraries
    const isSaid = all > 0 || (side === 'own' && saysOutside(foldWords(target), locale))
    return isSaid ? (words[0] ?? null) : null
  }
  return words.length === 0 ? undefined : findWord(withoutWords(foldWords(target), harmless), words)
}

/** What a text lost or turned round, by the votes of the texts of the same cell in other locales. */
export const wordProblems = (unit: Unit, rivals: readonly Unit[], context: Context): CheckProblem[] => {
  // Equal texts say the same: each is asked once, however many editions have it.
  const distinct = new Map(rivals.map((rival) => [`${rival.locale} ${rival.target}`, rival]))
  const others = [...distinct.values()].filter(({locale}) => locale !== unit.locale).slice(0, MOST)
  if (new Set(others.map(({locale}) => locale)).size < ENOUGH) return []
  const expected = (concept: Concept) => plainWord(context.of(unit.locale).lexicon.concepts[concept][0])
  const lost = meanings
    .filter(({concept}) => wordFor(unit, concept, context) === null && all(others, concept, context))
    .map(
      ({check, concept}): CheckProblem => ({
        check,
        problem: {actual: '', expected: expected(concept), span: null},
      }),
    )
  const turned = opposites.flatMap(({check, one, other}): CheckProblem[] => {
    const wrong = wordFor(unit, other, context)
    if (!wrong || wordFor(unit, one, context) !== null) return []
    if (!all(others, one, context) || others.some((each) => wordFor(each, other, context))) return []
    return [{check, problem: {actual: plainWord(wrong), expected: expected(one), span: null}}]
  })
  return [...lost, ...turned]
}

/** Enough locales have a word for it, and none whose words are known has none. */
const all = (units: readonly Unit[], concept: Concept, context: Context): boolean => {
  const words = units.map((unit) => ({locale: unit.locale, word: wordFor(unit, concept, context, 'voter')}))
  const known = words.filter(({word}) => word !== undefined)
  return known.every(({word}) => word !== null) && new Set(known.map(({locale}) => locale)).size >= ENOUGH
}
