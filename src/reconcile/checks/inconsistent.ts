/** One English text that most documents render in one way, and this one in another. */
import {type Asked, defineCheck, type Report} from '../check.ts'
import {asEvidence} from '../context.ts'
import {readTarget} from '../read/target.ts'
import {termReports} from './terms.ts'

const ENOUGH = 4
const MOST = 0.8
const SHORT = 5

const flat = (text: string): string => text.replace(/\s+/g, '').toLowerCase()

/** The termbase forbids what the other documents say. */
const isDoubtful = (asked: Asked, text: string): boolean =>
  (['critical', 'major', 'minor'] as const).some(
    (severity) => termReports({...asked, target: readTarget(text, asked.context.data)}, severity).length > 0,
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
  check: (asked): Report[] => {
    const {english, target, unit, context} = asked
    if (english.words.length > SHORT || english.wire.length > 0) return []
    const others = context.memory(unit.source ?? '').filter(({human}) => !human)
    const uses = Map.groupBy(others, (other) => flat(other.target))
    const own = uses.get(flat(target.text))?.length ?? 0
    const [most] = [...uses.values()].toSorted((a, b) => b.length - a.length)
    const first = most?.[0]
    if (!most || !first || most.length < ENOUGH || own > 2 || most.length / (others.length || 1) < MOST)
      return []
    if (flat(first.target) === flat(target.text) || flat(first.target) === flat(english.text)) return []
    const humans = context.memory(unit.source ?? '').filter(({human}) => human)
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
