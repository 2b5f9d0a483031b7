/** A reviewer decided how this English text reads in the locale, and the translation reads otherwise. */
import {defineCheck, type Problem} from '../engine/check.ts'

export const reviewerDecision = defineCheck({
  id: 'reviewer-decision',
  severity: 'minor',
  why: 'What a person has looked at and answered wins over every translation and every automatic correction.',
  wrongWhen: 'The decision was made for another context of the same English text.',
  good: [{locale: 'zh-TW', source: 'Load Balancer', target: '負載平衡器', decided: '負載平衡器'}],
  bad: [
    {
      locale: 'zh-TW',
      source: 'Load Balancer',
      target: '負載平衡器',
      decided: '負載平衡裝置',
      message: 'Unexpected “負載平衡器”, expected “負載平衡裝置”',
      fix: '負載平衡裝置',
    },
  ],
  check: ({target, unit, context}): Problem[] => {
    const decision = unit.source === null ? null : context.decision(unit.source)
    if (decision === null || decision.text === target.text) return []
    return [
      {
        actual: target.text,
        expected: decision.text,
        span: [0, target.text.length],
        evidence: [{kind: 'decision', locale: unit.locale, text: decision.reason, place: null}],
      },
    ]
  },
  fix: (_, {expected}) => expected,
})
