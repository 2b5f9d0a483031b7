/** Published text of a cell, and the button that opens its evidence where there is any. */

import {cellMark, isPlain} from '../evidence/mark.ts'
import type {Page} from '../layout/page-context.ts'
import {type Child, h} from '../shared/tree.ts'
import {typeset} from '../shared/typeset.ts'
import type {TableCell} from './tables.ts'

export function cellTree({view, id}: TableCell, {t, locale, textLang}: Page): Child[] {
  const text = h('span', {class: 't'}, typeset(view.text))
  if (isPlain(view)) return [text]
  const mark = cellMark(view)
  const label = t(mark.label)
  return [
    text,
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
