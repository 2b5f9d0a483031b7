import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {ExportRequest, Target} from '../../../src/firewall/export-types.ts'
import {planExport} from '../../../src/firewall/plan.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {exportRequest} from '../../support/export-request.ts'
import {lineGrammars} from '../../support/firewall-grammars.ts'
import {schemaGrammars} from '../../support/firewall-schemas.ts'
import {topicRules} from '../../support/rule-arbitraries.ts'
import {topicRule} from '../../support/rules.ts'
import {runs} from '../../support/thorough.ts'

const written = (request: ExportRequest, target: Target): string | null => {
  const planned = planExport(request, target)
  return planned.ok ? target.write(planned.plan) : null
}

/** Address sets that readers give: one, several, networks, both families, or none at all. */
const addressSets = fc.constantFrom<string[]>(
  [],
  ['203.0.113.10'],
  ['203.0.113.0/25', '198.51.100.7'],
  ['2001:db8::10'],
  ['2001:db8:1::/48', '10.0.0.0/8'],
  ['any'],
)
const requests = fc
  .tuple(topicRules, addressSets, addressSets, fc.string({unit: 'binary', maxLength: 40}))
  .map(([rules, edge, pool, text]) => {
    const request = exportRequest(rules, {
      title: text,
      addresses: {
        ...(edge.length === 0 ? {} : {'access-edge': edge}),
        ...(pool.length === 0 ? {} : {'front-end-pool': pool}),
      },
    })
    return {...request, rules: request.rules.map((rule) => ({...rule, comment: [text, `次の ${text}`]}))}
  })

const checked = [...lineGrammars, ...schemaGrammars].map(([id, grammar]) => {
  const target = targets.find((each) => each.id === id)
  if (target === undefined) throw new Error(`no target ${id}`)
  return {id, target, grammar}
})

describe('src/firewall/targets.ts', () => {
  it.each(checked)('$id holds nothing but what its maker’s reference takes', ({target, grammar}) => {
    let files = 0
    fc.assert(
      fc.property(requests, (request) => {
        const text = written(request, target)
        if (text === null) return
        files += 1
        expect(grammar(text)).toBeNull()
      }),
      // Of many topics nothing may be written.
      {numRuns: runs(100)},
    )
    expect(files).toBeGreaterThan(20)
  })

  it.each([
    ['cisco-ios', 'host 203.0.113.10', 'host 203.0.113.1000'],
    ['cisco-ios', '0.0.0.63', '0.0.64.0'],
    ['cisco-ios', 'eq 443', 'eq 70000'],
    ['cisco-ios', 'permit tcp', 'permit tpc'],
    ['cisco-ios', ' eq 443', ' equal 443'],
    ['netsh', 'localport=443', 'localport=443 localport=444'],
    ['netsh', 'action=allow', 'action=alow'],
    ['netsh', '203.0.113.10', '203.0.113.10&reboot'],
    ['netsh', '|| exit /b 1', ''],
    ['windows', "'443'", '443,444'],
    ['windows', "'203.0.113.10'", "'203.0.113.10'; reboot"],
    ['windows', '-Action Allow', '-Action Permit'],
    ['azure-nsg', '"443"', '"https"'],
    ['azure-nsg', '"Tcp"', '"TCP"'],
    ['azure-nsg', '"priority": 100', '"priority": 99'],
    ['azure-nsg', '"access": "Allow",', ''],
    ['aerleon', '- address: ', '- ip: '],
    ['aerleon', 'action: accept', 'action: allow'],
    ['aerleon', 'protocol: tcp', 'protocol: TCP'],
  ])('the grammar of %s refuses a file in which “%s” is “%s”', (id, right, wrong) => {
    const own = checked.find((each) => each.id === id)
    const request = exportRequest([topicRule({}, {id: 'r-1'})], {
      addresses: {'access-edge': ['203.0.113.10', '203.0.113.64/26']},
    })
    const text = own === undefined ? '' : (written(request, own.target) ?? '')
    expect(own?.grammar(text)).toBeNull()
    expect(text).toContain(right)
    expect(own?.grammar(text.replaceAll(right, wrong))).not.toBeNull()
  })
})
