import {describe, expect, it} from 'vitest'
import {faults} from './fault-plan.ts'
import {recordFaults} from './faults-page.ts'
import {scenarios} from './scenarios.ts'
import {tryFaults} from './try-faults.ts'

/** `ONLY=fix FAULTS=EIO npm run faults` tries a part. */
const only = process.env['ONLY']?.split(',')
const kinds = faults.filter((fault) => process.env['FAULTS']?.split(',').includes(fault) ?? true)

describe('a fault at any call that changes the disk leaves the old result or the new one, and the next run tidies up', () => {
  it.each(
    scenarios
      .filter(({name}) => only?.includes(name) ?? true)
      .map((scenario) => [scenario.name, scenario] as const),
  )(
    'of %s',
    async (_, scenario) => {
      const tried = await tryFaults(scenario, kinds)
      for (const {fault, calls, tried: count, old, new: made, mixed, wrong} of tried)
        console.info(
          [
            `${scenario.name} ${fault}: ${count} of ${calls} calls; ${old} old, ${made} new, ${mixed} both`,
            ...wrong,
          ].join('\n'),
        )
      recordFaults(tried)
      expect(tried.flatMap(({wrong}) => wrong)).toEqual([])
    },
    7_200_000,
  )
})
