import {join} from 'node:path'
import {expect, it} from 'vitest'
import {runPipeline} from '../../src/app/ingest/pipeline.ts'
import type {EndpointRef, PortRange} from '../../src/model/schema.ts'
import expected from '../fixtures/technet/facts.json' with {type: 'json'}
import {describeShared, sharedDir} from '../support/shared.ts'

const endText = (end: EndpointRef | null): string | null =>
  end === null
    ? null
    : [end.id, ...end.qualifiers.map((name) => `+${name}`), ...end.alternatives.map((id) => `|${id}`)].join(
        '',
      )

const rangesText = (ranges: readonly PortRange[]): string => ranges.map((range) => range.join('-')).join(' ')

/** A list of machines, which was one name before lists were read. */
const LISTED = new Set(['c94063f1-e802-4a61-be90-022fc185335e#4#12'])

describeShared('the rules of the technet documents', () => {
  it('keep the ports, transports and ends that version 0.1 read, and none is added or lost', () => {
    const kb = runPipeline({sources: [join(sharedDir, 'technet')], content: 'content'})
    const found = kb.topics.flatMap(({key, tables}) =>
      tables.flatMap(({table, rows}) =>
        rows.flatMap(({row, rules}) =>
          rules.map(({facts}) => [
            `${key}#${table}#${row}`,
            facts.transports.join('+'),
            rangesText(facts.ports),
            rangesText(facts.sourcePorts),
            ...[facts.source, facts.destination, facts.host].map(endText),
          ]),
        ),
      ),
    )
    const isKept = ([place]: readonly unknown[]): boolean => !LISTED.has(String(place))
    expect(found.filter(isKept)).toEqual(expected.filter(isKept))
    expect(found.length).toBe(expected.length)
  }, 900_000)
})
