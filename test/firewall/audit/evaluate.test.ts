import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Action, Device, DeviceRule, Stage} from '../../../src/firewall/audit/device.ts'
import {evaluate} from '../../../src/firewall/audit/evaluate.ts'
import {type Region, universe} from '../../../src/firewall/audit/region.ts'
import {runs} from '../../support/thorough.ts'

const line = (number: number) => ({path: 'config', line: number, text: `rule ${number}`})

const span = fc
  .tuple(fc.nat(5), fc.nat(5))
  .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b) + 1])

const region: fc.Arbitrary<Region> = fc
  .record({ports: span, sources: span})
  .map(({ports, sources}) => ({...universe('v4'), ports: [ports], sources: [sources]}))

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action[]>({do: 'allow'}, {do: 'deny'}, {do: 'return'}, {do: 'unknown'}),
  fc.record({do: fc.constantFrom('jump', 'goto'), chain: fc.constantFrom('one', 'two', 'three')}),
)

const rule: fc.Arbitrary<DeviceRule> = fc.record({
  regions: fc.array(region, {minLength: 1, maxLength: 2}),
  action,
  unsure: fc.constantFrom([], [], ['who knows']),
  line: fc.nat(1000).map(line),
})

const chain = fc.array(rule, {maxLength: 6})

const device: fc.Arbitrary<Device> = fc
  .record({
    base: chain,
    one: chain,
    two: chain,
    other: chain,
    defaults: fc.array(fc.constantFrom('allow', 'deny', 'unknown'), {minLength: 2, maxLength: 2}),
  })
  .map(({base, one, two, other, defaults}) => {
    const stage = (name: string, at: number): Stage => ({
      chain: name,
      families: ['v4'],
      otherwise: (['allow', 'deny', 'unknown'] as const).find((each) => each === defaults[at]) ?? 'deny',
      line: line(0),
    })
    return {
      // “three” is not there.
      chains: new Map([
        ['base', base],
        ['one', one],
        ['two', two],
        ['other', other],
      ]),
      stages: {forward: [stage('base', 0), stage('other', 1)], in: [], out: []},
      notes: [],
    }
  })

type Result = 'allow' | 'deny' | 'unknown'

/** Every way in which one packet may end, each rule that isn't sure taken and not taken. */
function endsOf({chains, stages}: Device, port: number, source: number): Set<Result> {
  const meets = ({regions}: DeviceRule): boolean =>
    regions.some(
      ({ports, sources}) =>
        ports.some(([from, to]) => from <= port && port < to) &&
        sources.some(([from, to]) => from <= source && source < to),
    )
  type End = Result | 'back'
  const walk = (name: string, at: number, path: readonly string[]): Set<End> => {
    const rules = chains.get(name)
    if (rules === undefined || path.slice(0, -1).includes(name)) return new Set(['unknown'])
    const own = rules[at]
    if (own === undefined) return new Set(['back'])
    const next = (): Set<End> => walk(name, at + 1, path)
    if (!meets(own)) return next()
    const taken = (): Set<End> => {
      const {action: does} = own
      if (does.do === 'return') return new Set(['back'])
      if (!('chain' in does)) return new Set([does.do])
      const inner = walk(does.chain, 0, [...path, does.chain])
      if (!inner.has('back') || does.do === 'goto') return inner
      const rest = next()
      return new Set([...[...inner].filter((end) => end !== 'back'), ...rest])
    }
    return own.unsure.length === 0 ? taken() : taken().union(next())
  }
  const perStage = stages.forward.map(({chain: name, otherwise}) => {
    const ends = walk(name, 0, [name])
    return new Set([...ends].map((end): Result => (end === 'back' ? otherwise : end)))
  })
  let all = new Set<Result>(['allow'])
  for (const own of perStage)
    all = new Set(
      all
        .values()
        .flatMap((a) =>
          [...own].map((b): Result => (a === 'deny' || b === 'deny' ? 'deny' : a === 'allow' ? b : a)),
        ),
    )
  return all
}

describe('src/firewall/audit/evaluate.ts', () => {
  it('says open or closed only where every way ends so, and cuts into parts that hold each packet once', () => {
    fc.assert(
      fc.property(device, fc.nat(6), fc.nat(6), (own, port, source) => {
        const parts = evaluate(own, 'forward', universe('v4')).filter(
          ({region: {ports, sources}}) =>
            ports.some(([from, to]) => from <= port && port < to) &&
            sources.some(([from, to]) => from <= source && source < to),
        )
        expect(parts).toHaveLength(1)
        const ends = endsOf(own, port, source)
        const result = parts[0]?.result
        if (result !== 'unknown') expect([...ends]).toEqual([result])
      }),
      {numRuns: runs(800)},
    )
  })

  it('knows what is certain: the same end on every way', () => {
    const plain: fc.Arbitrary<Device> = device.map((own) => ({
      ...own,
      chains: new Map(
        [...own.chains].map(([name, rules]) => [
          name,
          // What an unsure return leaves open is taken as unknown even where it need not be.
          rules.map((each) =>
            each.unsure.length > 0 && each.action.do !== 'allow'
              ? {...each, action: {do: 'deny' as const}}
              : each,
          ),
        ]),
      ),
      stages: {...own.stages, forward: own.stages.forward.slice(0, 1)},
    }))
    fc.assert(
      fc.property(plain, fc.nat(6), fc.nat(6), (own, port, source) => {
        const ends = endsOf(own, port, source)
        const [part] = evaluate(own, 'forward', {
          ...universe('v4'),
          ports: [[port, port + 1]],
          sources: [[source, source + 1]],
        })
        const [end] = ends
        if (ends.size === 1) expect(part?.result).toBe(end)
      }),
      {numRuns: runs(800)},
    )
  })

  it('gives up aloud where too many rules cross each other', () => {
    const many = Array.from(
      {length: 6000},
      (_, at): DeviceRule => ({
        regions: [
          {
            ...universe('v4'),
            ...(at % 2 === 0 ? {sources: [[at * 4, at * 4 + 1]]} : {ports: [[at * 4, at * 4 + 1]]}),
            destinations: [[at * 4, at * 4 + 2]],
          },
        ],
        action: {do: 'deny'},
        unsure: [],
        line: line(at),
      }),
    )
    const crossed: Device = {
      chains: new Map([['base', many]]),
      stages: {
        forward: [{chain: 'base', families: ['v4'], otherwise: 'allow', line: line(0)}],
        in: [],
        out: [],
      },
      notes: [],
    }
    const outcomes = evaluate(crossed, 'forward', universe('v4'))
    expect(
      outcomes.some(({result, reasons}) => result === 'unknown' && reasons.join().includes('cross')),
    ).toBe(true)
    expect(outcomes.some(({result}) => result === 'allow')).toBe(false)
  })
})
