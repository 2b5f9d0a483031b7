/**
 * What is believed of a text in which a person tells the English again in words of their own: the cell of a table that is not
 * about ports, or a paragraph, beside an English document. Such a text leaves out whom a reader knows, joins two sentences,
 * or makes a name of a class two words; it is wrong where it says something else.
 */
import {LONG, weigh} from '../../learning/lengths.ts'
import {isCjk} from '../../reading/script.ts'
import type {Asked, CheckProblem} from '../check.ts'

/** Whom a person need not name again. */
const ends = new Set(['endpoint', 'direction', 'any-endpoint'])
/** What a text that is shorter than usual says in another way. */
const conditions = new Set(['condition', 'negation'])
/** What is shown to a reviewer, and worth no change, when it is only missing or only there. */
const details = new Set([
  ...['port-number', 'port-range', 'protocol-token', 'transport'],
  ...['acronym', 'product-name', 'missing-sentence', 'file-or-command'],
])

/** The problems of a text that are believed when a person may have told it again. */
export const believedOfRetold = (problems: readonly CheckProblem[], asked: Asked): CheckProblem[] =>
  asked.unit.retold ? problems.flatMap((found) => believed(found, asked)) : [...problems]

const believed = (found: CheckProblem, asked: Asked): CheckProblem[] => {
  const {check, problem} = found
  const isLost = problem.actual === ''
  if (isLost && ends.has(check.id)) return []
  if (isLost && conditions.has(check.id)) return isCondensed(asked) || isAnother(asked) ? [] : [found]
  if (check.id === 'missing-sentence')
    return asked.english.sentences > asked.target.sentences() ? [asMinor(found)] : []
  if (check.id === 'file-or-command' && isLost && isSpoken(problem.expected, asked)) return []
  // Nothing is known that would say it better: two English texts mean the same to the person.
  if (check.id === 'other-cell') return problem.expected === '' ? [] : [found]
  if (!details.has(check.id) || (!isLost && problem.expected !== '')) return [found]
  return (isLost ? isCondensed(asked) : tellsMore(asked)) ? [] : [asMinor(found)]
}

const asMinor = (found: CheckProblem): CheckProblem => ({
  ...found,
  problem: {...found.problem, severity: 'minor'},
})

/** Lengths beside the English, as shares of the usual one, below which a text says less than it and above which more. */
const [CONDENSED, RICHER] = [0.8, 1.3]
const usual = {cjk: 0.6, other: 0.9}

const isCondensed = (asked: Asked): boolean => asked.english.text.length >= LONG && shareOf(asked) < CONDENSED

const tellsMore = (asked: Asked): boolean => shareOf(asked) > RICHER

const shareOf = ({english, target, context}: Asked): number => {
  const usually = context.learnt.share ?? ([...target.text].some(isCjk) ? usual.cjk : usual.other)
  return weigh(target.text) / weigh(english.text) / usually
}

/** Figures that are hardly counts. */
const LEAST_FIGURE = 100

/** A text with figures beside an English one without any is another paragraph, which a revision put in its place. */
const isAnother = ({english, target}: Asked): boolean =>
  english.numbers.length === 0 && target.numbers.some(({value}) => value >= LEAST_FIGURE)

/** A name of words without a space between them (`StorageEngine`), or a whole cell of words joined by underscores (`Hot_reload`). */
const isSpoken = (name: string, {english}: Asked): boolean =>
  /^\p{Lu}?\p{Ll}+(?:\p{Lu}+\p{Ll}+)+\p{Lu}*$/u.test(name) ||
  (name === english.text.trim() && /^\p{L}+(?:_\p{L}+)+$/u.test(name))
