/** What stands behind the cells of a row: English, original, findings with their evidence, other languages, place. */
import type {Element} from 'hast'
import {isStated} from '../../model/stated.ts'
import type {Page} from '../layout/page-context.ts'
import {type Child, h} from '../shared/tree.ts'
import type {RowEvidence} from '../topic/tables.ts'
import {findingLine} from './finding-line.ts'
import {cellMark, textKind} from './mark.ts'
import type {CellView} from './shown-cell.ts'

export const evidencePanel = ({id, cells}: RowEvidence, page: Page): Element =>
  h(
    'div',
    {class: 'p', id, popover: true, lang: page.textLang},
    cells.map(({cell: {view, column}, column: at}, number) => [
      h('p', {class: 'h'}, h('b', {}, column), ` ${page.t(`status.${textKind(view)}`)}`),
      h('dl', {'data-c': `${at}`}, evidenceOf(view, page, hasOwnPlace(cells, number))),
    ]),
  )

/** The cells of a row stand together: the place of the first is that of the row, and a cell that differs has its own. */
function hasOwnPlace(cells: RowEvidence['cells'], number: number): boolean {
  const [first, own] = [cells[0]?.cell.view, cells[number]?.cell.view]
  return (
    number === 0 || (own !== undefined && (cellMark(own) !== null || own.place?.path !== first?.place?.path))
  )
}

function evidenceOf(view: CellView, page: Page, isPlaced: boolean): Child[] {
  const {t, textLang, locale} = page
  const {english, englishOrigin, original, findings, others, place} = view
  const stated = englishOrigin === null || isStated(englishOrigin)
  const shown = [english, original, view.text]
  return [
    english === null
      ? null
      : [
          h('dt', {}, t(stated ? 'evidence.english' : 'evidence.englishInferred')),
          h('dd', {lang: 'en'}, english),
        ],
    original === null
      ? null
      : [h('dt', {}, t('evidence.original')), h('dd', {}, h('del', {lang: textLang && locale}, original))],
    findings.length === 0
      ? null
      : [
          h('dt', {}, t('evidence.why')),
          findings.map((finding) => h('dd', {}, findingLine(finding, shown, page))),
        ],
    others.length === 0
      ? null
      : [h('dt', {}, t('evidence.others')), others.map((other) => h('dd', {lang: other.locale}, other.text))],
    place === null || !isPlaced
      ? null
      : [h('dt', {}, t('evidence.place')), h('dd', {}, h('code', {}, `${place.path}:${place.line}`))],
  ]
}
