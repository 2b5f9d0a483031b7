/** Words for a difference between two topics: endpoints, ranges and the fields of facts. */
import type {FieldChange} from '../../compare/diff.ts'
import {endpointLabel} from '../../dataset/endpoint-label.ts'
import type {EndpointRef, PortRange} from '../../dataset/schema.ts'
import {dataset} from '../dataset.ts'
import type {Page} from '../page.ts'
import {isAnyPort, rangeId} from './ports.ts'

/** An endpoint in the reader's language, with what narrows it. */
export const endpointName = (
  endpoint: EndpointRef | null,
  {locale, t}: Pick<Page, 'locale' | 't'>,
): string => (endpoint === null ? t('value.none') : endpointLabel(endpoint, dataset.endpoints, locale))

export const rangeName = (range: PortRange, {t}: Pick<Page, 't'>): string =>
  isAnyPort(range) ? t('port.any') : rangeId(range)

/** What a field held before and what it holds after, in the reader's language. */
export function changeWords(change: FieldChange, page: Page): {from: string; to: string} {
  const none = page.t('value.none')
  const list = (values: readonly string[]) => (values.length === 0 ? none : values.join(', '))
  const both = <Value>(from: Value, to: Value, say: (value: Value) => string) => ({
    from: say(from),
    to: say(to),
  })
  switch (change.field) {
    case 'role':
    case 'security':
      return both<string | null>(change.from, change.to, (value) => value ?? none)
    case 'protocols':
      return both(change.from, change.to, list)
    case 'transports':
      return both(change.from, change.to, (values) => list(values.map((value) => value.toUpperCase())))
    case 'ports':
    case 'sourcePorts':
      return both(change.from, change.to, (ranges) => list(ranges.map((range) => rangeName(range, page))))
    case 'source':
    case 'destination':
    case 'host':
      return both(change.from, change.to, (endpoint) => endpointName(endpoint, page))
    case 'requirement':
      return both(change.from, change.to, (value) => page.t(`requirement.${value}`))
  }
}
