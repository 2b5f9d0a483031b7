import {expect, test} from 'vitest'
import {exportRules} from '../../src/firewall/export-rules.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {nftables} from '../../src/firewall/targets/nftables/write.ts'
import type {Finding} from '../../src/model/schema.ts'
import {exportRequest} from '../support/export-request.ts'
import {topicRule} from '../support/rules.ts'
import {tinyKnowledgeBase} from '../support/tiny-kb.ts'

const message = 'English: no transport'

/** The smallest dataset, with a finding of this severity at a cell of each rule in each language. */
function rulesWith(severity: Finding['severity']) {
  const kb = tinyKnowledgeBase()
  const [topic] = kb.topics
  const [finding] = kb.findings
  if (topic === undefined || finding === undefined) throw new Error('expected a topic and a finding')
  for (const {rows} of topic.tables)
    for (const {rules, cells} of rows)
      if (rules.length > 0)
        for (const said of Object.values(cells[0]?.texts ?? {})) said.findings = [finding.id]
  return exportRules(topic, 'zh-TW', () => '', new Map([[finding.id, {...finding, severity, message}]]))
}

test('a rule tells what is odd about its English, once for all languages', () => {
  const rules = rulesWith('source-anomaly')
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.map(({anomalies}) => anomalies)).toEqual(rules.map(() => [message]))
})

test('an error of a translation is no error of the English', () => {
  expect(rulesWith('critical').flatMap(({anomalies}) => anomalies)).toEqual([])
})

test('the file marks such a rule beside what its row says', () => {
  const request = exportRequest([topicRule({}, {id: 'r-1'})])
  const planned = planExport(
    {...request, rules: request.rules.map((rule) => ({...rule, anomalies: [message]}))},
    nftables,
  )
  expect(planned.ok && nftables.write(planned.plan)).toContain(`may be wrong here: ${message}`)
})
