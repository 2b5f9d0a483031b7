import {describe, expect, it} from 'vitest'
import type {DeviceChoice} from '../../src/firewall/export-types.ts'
import {planExport} from '../../src/firewall/plan.ts'
import {nftables} from '../../src/firewall/targets/nftables/write.ts'
import type {Endpoint, EndpointRef} from '../../src/model/schema.ts'
import type {Interface} from '../../src/model/topic-rules.ts'
import {exportRequest} from '../support/export-request.ts'
import {endpoint, topicRule} from '../support/rules.ts'

/** One machine a zone, called as its zone is. */
const zones = ['internet', 'edge-external', 'edge-internal', 'internal', 'unknown'] as const
const endpoints: Endpoint[] = zones.map((zone) => ({id: zone, zone, names: {en: zone}}))

const addresses = Object.fromEntries(zones.map((zone, at) => [zone, [`10.0.${at}.1`]]))

/** Who talks to whom behind a device, of one row. */
function seen(
  [source, destination]: readonly [EndpointRef | null, EndpointRef | null],
  side: Interface,
  device: DeviceChoice,
): string[] {
  const rule = topicRule({source, destination}, {id: 'r-1', side})
  const named = [source, destination].flatMap((end) => (end === null ? [] : [end.id, ...end.alternatives]))
  const planned = planExport(
    exportRequest([rule], {
      endpoints,
      device,
      addresses: Object.fromEntries(Object.entries(addresses).filter(([id]) => named.includes(id))),
      allowed: ['r-1'],
    }),
    nftables,
  )
  return planned.ok
    ? planned.plan.rules.map(({source: from, destination: to}) => `${from.key} ${to.key}`)
    : []
}

/** The firewalls on the way, by the interface that the table names: none, the outer, the inner one. */
type Passed = 'perimeter' | 'internal' | 'both' | 'none'
const table: readonly (readonly [string, string, Passed, Passed, Passed])[] = [
  ['internet', 'internet', 'none', 'none', 'none'],
  ['internet', 'edge-external', 'perimeter', 'perimeter', 'perimeter'],
  ['internet', 'edge-internal', 'perimeter', 'perimeter', 'perimeter'],
  ['internet', 'internal', 'both', 'both', 'both'],
  ['internet', 'unknown', 'none', 'perimeter', 'both'],
  ['internet', 'any', 'none', 'perimeter', 'both'],
  ['edge-external', 'edge-external', 'none', 'none', 'none'],
  ['edge-external', 'edge-internal', 'none', 'none', 'none'],
  ['edge-external', 'internal', 'internal', 'internal', 'internal'],
  ['edge-external', 'unknown', 'perimeter', 'perimeter', 'internal'],
  ['edge-external', 'any', 'perimeter', 'perimeter', 'internal'],
  ['edge-internal', 'edge-internal', 'none', 'none', 'none'],
  ['edge-internal', 'internal', 'internal', 'internal', 'internal'],
  ['edge-internal', 'unknown', 'internal', 'perimeter', 'internal'],
  ['edge-internal', 'any', 'internal', 'perimeter', 'internal'],
  ['internal', 'internal', 'none', 'none', 'none'],
  ['internal', 'unknown', 'none', 'both', 'internal'],
  ['internal', 'any', 'none', 'both', 'internal'],
  ['unknown', 'unknown', 'none', 'perimeter', 'internal'],
  ['unknown', 'any', 'none', 'perimeter', 'internal'],
  ['any', 'any', 'none', 'perimeter', 'internal'],
]

const cases = table.flatMap(([one, other, ...passed]) =>
  ([null, 'external', 'internal'] as const).flatMap((side, at) =>
    (one === other
      ? [[one, other]]
      : [
          [one, other],
          [other, one],
        ]
    ).map(([from = '', to = '']) => [from, to, side, passed[at] ?? 'none'] as const),
  ),
)

describe('src/firewall/zones.ts', () => {
  it.each(cases)('from %s to %s in a table of interface %s: %s', (from, to, side, passed) => {
    const ends = [endpoint(from), endpoint(to)] as const
    const devices = (['perimeter', 'internal'] as const).filter((kind) => seen(ends, side, {kind}).length > 0)
    expect(devices).toEqual(
      {perimeter: ['perimeter'], internal: ['internal'], both: ['perimeter', 'internal'], none: []}[passed],
    )
  })

  it('of a row that lists machines on both sides, a device gets those whose other end is across it', () => {
    const list = (...ids: string[]): EndpointRef => ({id: 'several', qualifiers: [], alternatives: ids})
    const ends = [list('internal', 'internet', 'edge-external'), endpoint('edge-internal')] as const
    expect(seen(ends, null, {kind: 'perimeter'})).toEqual(['internet edge-internal'])
    expect(seen(ends, null, {kind: 'internal'})).toEqual(['internal edge-internal'])
    const both = [list('internet', 'internal'), list('internal', 'internet')] as const
    expect(seen(both, null, {kind: 'internal'})).toEqual(['internet internal', 'internal internet'])
  })
})
