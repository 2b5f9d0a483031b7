import {describe, expect, it} from 'vitest'
import {planExport} from '../../../src/firewall/plan.ts'
import {ciscoIos} from '../../../src/firewall/targets/cisco-ios/write.ts'
import {targets} from '../../../src/firewall/targets.ts'
import {exportRequest} from '../../support/export-request.ts'
import {topicRule} from '../../support/rules.ts'

const planFor = (target: (typeof targets)[number], addresses: Record<string, string[]>) => {
  const planned = planExport(
    exportRequest([topicRule({ports: [[443, 443]]}, {id: 'r-1'})], {addresses}),
    target,
  )
  if (!planned.ok) throw new Error('expected a plan')
  return planned.plan
}

const both = {'access-edge': ['203.0.113.10', '2001:db8::10']}

describe('src/firewall/targets, the file that takes away', () => {
  it.each(targets.filter(({remove}) => remove !== undefined))('$id says what it is loaded with', (target) => {
    expect(target.remove?.(planFor(target, both))).toContain('Load with: ')
  })

  it('of Cisco IOS says first that the list goes off each interface, by both commands', () => {
    const text = ciscoIos.remove?.(planFor(ciscoIos, both)) ?? ''
    expect(text.split('\n').filter((line) => !line.startsWith('! Load'))).toEqual([
      '! First take the list off every interface: an interface with a list that is gone lets everything through',
      '! interface NAME',
      '!  no ip access-group PORTOLAN-SINGLE-EDGE in',
      '!  no ipv6 traffic-filter PORTOLAN-SINGLE-EDGE-V6 in',
      'no ip access-list extended PORTOLAN-SINGLE-EDGE',
      'no ipv6 access-list PORTOLAN-SINGLE-EDGE-V6',
      'end',
      '',
    ])
  })

  it('of Cisco IOS names only lists that its file has where it is applied', () => {
    const load = (addresses: Record<string, string[]>) =>
      ciscoIos.write(planFor(ciscoIos, addresses)).split('\n')[1]
    expect(load(both)).toMatch(/ip access-group \S+ in, ipv6 traffic-filter \S+-V6 in$/)
    expect(load({'access-edge': ['2001:db8::10']})).not.toContain('ip access-group')
  })
})
