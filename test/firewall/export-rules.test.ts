import {expect, test} from 'vitest'
import {exportRules} from '../../src/firewall/export-rules.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {nftables} from '../../src/firewall/targets/nftables/write.ts'
import type {Facts, Finding, Table} from '../../src/model/schema.ts'
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

/** The first rule of a row with these facts and this note, which is translated. */
function noted(facts: Partial<Facts>) {
  const [topic] = tinyKnowledgeBase().topics
  const table = topic?.tables.find(({rows}) => rows.some(({rules}) => rules.length > 0))
  const row = table?.rows.find(({rules}) => rules.length > 0)
  const [rule] = row?.rules ?? []
  if (topic === undefined || table === undefined || row === undefined || rule === undefined)
    throw new Error('expected a rule')
  const text = {text: 'Nur mit Lotsen', status: 'human' as const, unit: null, original: null, findings: []}
  const note = {source: 'Only with a pilot', sourceOrigin: null, texts: {'de-DE': text}}
  const tables: Table[] = [
    {
      ...table,
      columns: [...table.columns.map(() => 'service' as const), 'notes'],
      rows: [{...row, cells: [...row.cells, note], rules: [{...rule, facts: {...rule.facts, ...facts}}]}],
    },
  ]
  return exportRules({...topic, tables}, 'de-DE', () => '', new Map())[0]
}

test('the condition of a rule is given in the language of its row, and quoted where it stands elsewhere', () => {
  const conditional = (quote: string): Partial<Facts> => ({
    requirement: 'conditional',
    known: {requirement: {how: 'stated', quote}},
  })
  expect(noted(conditional('Only with a pilot'))).toMatchObject({
    remark: null,
    condition: 'Nur mit Lotsen',
  })
  expect(noted(conditional('In winter alone'))?.condition).toBe('In winter alone')
  expect(noted({requirement: 'conditional', known: {}})?.condition).toBe('Nur mit Lotsen')
  expect(noted({requirement: 'required'})).toMatchObject({remark: 'Nur mit Lotsen', condition: null})
})
