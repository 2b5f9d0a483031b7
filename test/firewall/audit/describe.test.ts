import {expect, test} from 'vitest'
import {regionText} from '../../../src/firewall/audit/describe.ts'
import {type Region, universe} from '../../../src/firewall/audit/region.ts'

const told = (sets: Partial<Region>) => regionText({...universe('v4'), ...sets})

test('keeps numbers of protocols apart from those of ports', () => {
  const ports: Region['ports'] = [
    [0, 8],
    [9, 53],
  ]
  expect(told({protocols: [[133, 256]], ports})).toMatch(/^protocols 133-255: 0-7, 9-52 from any/)
  expect(told({protocols: [[6, 7]], ports})).toMatch(/^TCP 0-7, 9-52 from any/)
  expect(told({protocols: [[133, 256]]})).toMatch(/^protocols 133-255 from any/)
})
