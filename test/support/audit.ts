/** Audits of generated and hand-made configurations in tests. */

import {type Beyond, openBeyond} from '../../src/firewall/audit/beyond.ts'
import type {Behind, ConfigFile} from '../../src/firewall/audit/device.ts'
import {type ConfigFormat, configFormats} from '../../src/firewall/audit/formats.ts'
import {type JudgedRule, judgeRule, type Question, stoppedRegions} from '../../src/firewall/audit/judge.ts'
import type {Plan, PlanRule} from '../../src/firewall/export-types.ts'

export const formatOf = (id: string): ConfigFormat => {
  const found = configFormats.find((format) => format.id === id)
  if (found === undefined) throw new Error(`no format ${id}`)
  return found
}

export interface Audited {
  rules: JudgedRule[]
  beyond: Beyond[]
}

/** All rules of a plan, in its own directions. */
export function auditPlan(
  plan: Pick<Plan, 'rules'>,
  format: ConfigFormat,
  files: readonly ConfigFile[] | string,
  behind: readonly Behind[] = [],
): Audited {
  const device = format.read(typeof files === 'string' ? [{path: 'config', text: files}] : files, behind)
  const local = (rule: PlanRule) =>
    format.plan.attached
      ? {local: rule.direction === 'in' ? rule.destination : rule.source, isAttached: true}
      : {}
  const questions = plan.rules.map((rule): Question => ({rule, way: rule.direction, ...local(rule)}))
  const rules = questions.map((question) =>
    judgeRule(device, {...question, except: stoppedRegions(questions, question.way)}),
  )
  const ways = [...new Set(rules.map(({way}) => way))]
  return {
    rules,
    beyond: ways.flatMap((way) =>
      openBeyond(
        device,
        way,
        rules.filter((rule) => rule.way === way).flatMap(({covers}) => covers),
      ),
    ),
  }
}
