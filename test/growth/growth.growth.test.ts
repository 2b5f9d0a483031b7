import {describe, expect, it} from 'vitest'
import {recordGrowth} from './growth-page.ts'
import {growthOf, growthToText, MOST} from './measure.ts'
import {stages} from './stages.ts'

/** `ONLY=align npm run growth` measures one step. */
const only = process.env['ONLY']?.split(',')
const measured = stages
  .filter(({name}) => only?.includes(name) ?? true)
  .flatMap(({name, dimensions, prepare}) =>
    Object.entries(dimensions).map(
      ([dimension, sizes]) =>
        [name, dimension, typeof sizes === 'number' ? {first: sizes} : sizes, prepare] as const,
    ),
  )

describe('a step that has twice the work takes about twice the time', () => {
  it.each(measured)(
    '%s by %s',
    async (name, dimension, sizes, prepare) => {
      const run = () => growthOf((size) => prepare(dimension, size), sizes)
      let growth = await run()
      // Once more, for what the machine did meanwhile.
      if (growth.factor > MOST) growth = await run()
      console.info(`${name} by ${dimension} ${growthToText(growth)}`)
      recordGrowth(name, dimension, growth)
      expect(growth.factor, growthToText(growth)).toBeLessThan(MOST)
    },
    1_800_000,
  )
})
