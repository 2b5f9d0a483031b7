/** The facets of an answer as groups of check boxes with counts. */

import {formatLocale} from '../../text/format-locale.ts'
import {type Choice, type FacetName, facetNames} from '../find/facets.ts'
import type {Answer} from '../find/search-engine.ts'
import {element} from './dom.ts'
import type {Say, Session} from './session.ts'

/** Texts of values that are words; others are names and stand for themselves. */
const textKeys: Partial<Record<FacetName, string>> = {
  interface: 'side',
  direction: 'direction',
  requirement: 'requirement',
  corrected: 'find.corrected',
}

export const facetList = (
  {facets, titles}: Answer,
  choice: Choice,
  {say, locale}: Pick<Session, 'say' | 'locale'>,
  open: (name: FacetName) => boolean,
  choose: (name: FacetName, value: string, on: boolean) => void,
): HTMLElement[] => {
  if (facets === null) return []
  const number = new Intl.NumberFormat(formatLocale(locale))
  return facetNames.flatMap((name) => {
    const values = facets[name]
    // A facet that leaves nothing to choose is not shown.
    if (values.length < 2 && (choice[name] ?? []).length === 0) return []
    const rows = values.map(([value, count]) => {
      const box = element('input', {type: 'checkbox', name, value})
      box.checked = (choice[name] ?? []).includes(value)
      box.addEventListener('change', () => choose(name, value, box.checked))
      return element(
        'label',
        {},
        box,
        element('span', {}, valueText(name, value, titles, say)),
        element('small', {}, number.format(count)),
      )
    })
    return [
      element(
        'details',
        {open: open(name), 'data-facet': name},
        element('summary', {}, say(`find.facet.${name}`)),
        element('fieldset', {}, element('legend', {class: 'vh'}, say(`find.facet.${name}`)), ...rows),
      ),
    ]
  })
}

const valueText = (name: FacetName, value: string, titles: ReadonlyMap<string, string>, say: Say): string => {
  if (name === 'topic') return titles.get(value) ?? value
  if (name === 'transport') return value.toUpperCase()
  const key = textKeys[name]
  return key === undefined ? value : say(`${key}.${value}`)
}
