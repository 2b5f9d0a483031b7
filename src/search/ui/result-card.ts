/** One result on the search page: the rule with all its cells, each under its column's name. */
import type {Hit} from '../find/hits.ts'
import {matchText} from './answer-texts.ts'
import {element, marked} from './dom.ts'
import {cellLine, headCells, hitPath} from './hit-view.ts'
import type {Session} from './session.ts'

export const resultCard = (hit: Hit, session: Session): HTMLLIElement => {
  const head = new Set(headCells(hit))
  const match = matchText(hit.port, session)
  const lang = hit.locale === session.locale ? null : hit.locale
  const cells = hit.cells
    .filter((cell) => cell.text !== '' && !head.has(cell))
    .map(({label, text, marks}) =>
      element(
        'div',
        {},
        element('dt', {}, label),
        element('dd', {}, element('bdi', {}, marked(text, marks))),
      ),
    )
  return element(
    'li',
    {'data-rule': hit.id, lang},
    element(
      'h2',
      {},
      element('a', {href: session.address(hitPath(hit, session.locale))}, cellLine([...head], hit.locale)),
    ),
    element('dl', {}, ...cells),
    element(
      'p',
      {class: 'from'},
      element('small', {}, hit.title),
      match === null ? null : element('span', {class: 'k'}, match),
      hit.corrected ? element('span', {class: 'k'}, session.say('mark.corrected')) : null,
    ),
  )
}
