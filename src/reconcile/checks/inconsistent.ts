/** One English text that most documents render in one way, and this one in another. */
import {type Asked, defineCheck, type Problem} from '../engine/check.ts'
import {flat} from '../engine/context.ts'
import {asEvidence, type Known} from '../engine/reference.ts'
import {readTarget} from '../reading/target-cell.ts'
import {termProblems} from './terms.ts'

const ENOUGH = 4
const MOST = 0.8
const SHORT = 5

const countsOf = (texts: readonly Known[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const {target, count} of texts) counts.set(flat(target), (counts.get(flat(target)) ?? 0) + count)
  return counts
}

const usesOf = (counts: ReadonlyMap<string, number>, {target}: Known): number => counts.get(flat(target)) ?? 0

/** The termbase forbids what the other documents say. */
const isDoubtful = (asked: Asked, text: string): boolean =>
  (['critical', 'major', 'minor'] as const).some(
    (severity) => termProblems({...asked, target: readTarget(text, asked.context.data)}, severity).length > 0,
  )

export const inconsistent = defineCheck({
  id: 'inconsistent',
  severity: 'minor',
  why: 'Two names for one thing look like two things when tables are compared.',
  wrongWhen: 'The English means two things, and the rarer one is right here.',
  good: [{locale: 'fr-FR', source: 'Load Balancer', target: 'Équilibreur de charge'}],
  bad: [
    {
      locale: 'fr-FR',
      source: 'Load Balancer',
      target: 'Répartiteur de charge',
      beside: [
        'Équilibreur de charge',
        'Équilibreur de charge',
        'Équilibreur de charge',
        'Équilibreur de charge',
      ],
      message: 'Unexpected “Répartiteur de charge”, expected “Équilibreur de charge”',
      fix: 'Équilibreur de charge',
    },
  ],
  check: (asked): Problem[] => {
    const {english, target, unit, context} = asked
    if (english.words.length > SHORT || english.wire.length > 0) return []
    const known = context.memory(unit.source ?? '')
    const rivals = known.filter(({human}) => human === (unit.human ?? false))
    const uses = countsOf(rivals)
    const own = uses.get(flat(target.text)) ?? 0
    const all = rivals.reduce((sum, {count}) => sum + count, 0)
    const [first] = rivals.toSorted((a, b) => usesOf(uses, b) - usesOf(uses, a))
    if (!first || usesOf(uses, first) < ENOUGH || own > 2 || usesOf(uses, first) / all < MOST) return []
    if (flat(first.target) === flat(target.text) || flat(first.target) === flat(english.text)) return []
    const humans = known.filter(({human}) => human)
    if (humans.some((human) => flat(human.target) === flat(target.text)) || isDoubtful(asked, first.target))
      return []
    return [
      {
        actual: target.text,
        expected: first.target,
        span: [0, target.text.length],
        evidence: [asEvidence(first)],
      },
    ]
  },
  fix: (_, {expected}) => expected,
})
