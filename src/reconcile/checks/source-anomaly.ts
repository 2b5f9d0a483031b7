/** The English itself is wrong: shown beside the rule, never repaired in silence. */
import {defineCheck} from '../engine/check.ts'

/**
 * A cell alone can't tell: `source-anomalies.ts` compares the rules of all topics and reports under this check, so
 * that it is documented and exported like the others.
 */
export const sourceAnomaly = defineCheck({
  id: 'source-anomaly',
  severity: 'source-anomaly',
  why: 'Every translation of a wrong original is wrong, and a reader who compares it with the English can’t see it.',
  wrongWhen: 'The rule differs from its siblings on purpose.',
  good: [{locale: 'fr-FR', source: 'XMPP/MTLS/23456', target: 'XMPP/MTLS/23456'}],
  bad: [],
  check: () => [],
  fix: () => null,
})
