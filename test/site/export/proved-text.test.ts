import {describe, expect, it} from 'vitest'
import {planExport} from '../../../src/firewall/plan.ts'
import {ProofError, provedFile} from '../../../src/firewall/proof/proved-file.ts'
import {readers} from '../../../src/firewall/readers.ts'
import {nftables} from '../../../src/firewall/targets/nftables/write.ts'
import type {ExportProof} from '../../../src/site/export/export-proof.ts'
import {provedText} from '../../../src/site/export/proved-text.ts'
import {exportRequest} from '../../support/export-request.ts'
import {topicRule} from '../../support/rules.ts'

const proof: ExportProof = {provedFile, ProofError, readerOf: (id) => readers.get(id)}
const t = (key: string, {detail = ''}: Record<string, string> = {}) => `${key} ${detail}`.trim()

const part = (ports: [number, number][] = [[8443, 8443]]) => {
  const [asked, planned] = [[[8443, 8443]] satisfies [number, number][], ports].map((each) =>
    exportRequest([
      topicRule({}, {id: 'r-right'}),
      topicRule({ports: each, destination: null}, {id: 'r-other'}),
    ]),
  )
  const plan = planned && planExport({...planned, allowed: ['r-other']}, nftables)
  if (asked === undefined || !plan?.ok) throw new Error('expected a plan')
  return {request: {...asked, allowed: ['r-other']}, plan: plan.plan}
}

describe('src/site/export/proved-text.ts', () => {
  it('shows what the command writes', () => {
    const own = part()
    expect(provedText(own, nftables, t, proof)).toEqual({text: nftables.write(own.plan), plan: own.plan})
  })

  it('leaves out a rule that is not proven, and says so in the file', () => {
    const {text, plan} = provedText(part([[8443, 8449]]), nftables, t, proof)
    expect(text).not.toContain('dport 8443')
    expect(plan?.omitted).toContainEqual({ruleId: 'r-other', reason: 'unproven'})
  })

  it('shows no file that is not what was planned, or that nothing checked', () => {
    const other = {...nftables, write: () => nftables.write(part([[80, 80]]).plan)}
    expect(provedText(part(), other, t, proof)).toMatchObject({
      text: '',
      plan: null,
      fault: expect.stringMatching(/^export\.notProved the nftables file is not what was planned/),
    })
    const unread = {...proof, readerOf: () => undefined}
    for (const none of [undefined, unread])
      expect(provedText(part(), nftables, t, none)).toEqual({
        text: '',
        plan: null,
        fault: 'export.notChecked',
      })
  })

  it('hides no other mistake', () => {
    const broken = {
      ...proof,
      provedFile: () => {
        throw new TypeError('x')
      },
    }
    expect(() => provedText(part(), nftables, t, broken)).toThrow(TypeError)
  })
})
