/** Published text of a cell, and the button that opens its evidence. */
import type {Page} from '../page.ts'
import {cellMark} from './mark.ts'
import type {TableCell} from './tables.ts'
import {type Child, h} from './tree.ts'
import {typeset} from './typeset.ts'

export function cellTree({view, id}: TableCell, {t, locale, textLang}: Page): Child[] {
  const mark = cellMark(view)
  const label = t(mark.label)
  return [
    h('span', {class: 't'}, typeset(view.text)),
    h(
      'button',
      {
        class: `b ${mark.kind}`,
        type: 'button',
        popovertarget: id,
        'aria-label': mark.quiet ? label : undefined,
        lang: view.lang === locale ? textLang : (textLang ?? locale),
      },
      mark.quiet ? null : label,
    ),
  ]
}
